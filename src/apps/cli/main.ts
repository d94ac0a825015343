#!/usr/bin/env node
import { Command } from 'commander'
import type { Problem } from '../../platform/contract/problem.ts'

/** Sub-commands and where they live; each is loaded when it is asked for, so that `check` starts quickly. */
const commands: Record<string, () => Promise<(program: Command) => void>> = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  setup: async () => (await import('./setup.ts')).setupCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  fill: async () => (await import('./fill.ts')).fillCommand,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  user: async () => (await import('./user.ts')).userCommand,
  areas: async () => (await import('./areas.ts')).areasCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./backup.ts')).restoreCommand,
  db: async () => (await import('./db.ts')).dbCommand,
  keys: async () => (await import('./keys.ts')).keysCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
}

const program = new Command('youju')
  .description('Youju 有据：街道社区工作平台，数出有据')
  .showHelpAfterError('（用 --help 查看用法）')

const wanted = process.argv[2]
const loaders = wanted !== undefined && commands[wanted] ? [commands[wanted]] : Object.values(commands)
for (const load of loaders) (await load())(program)

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  for (const { field, message } of (error as Partial<Problem>).places ?? [])
    process.stderr.write(`  ${field ? `${field}：` : ''}${message}\n`)
  if (process.env.YOUJU_DEBUG) process.stderr.write(`${(error as Error).stack}\n`)
  process.exitCode = 2
}
