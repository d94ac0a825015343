import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { makeCipher } from '../../../platform/server/cipher/cipher.ts'
import { openKeyRing } from '../../../platform/server/cipher/key-ring.ts'
import { createTestDatabase, type TestDatabase } from '../../../platform/server/testing/test-database.ts'
import { loadDemo } from '../../demo/index.ts'

/** A demo office of 900 residents on which commands run as they would in a shell. */
export interface DemoFolder {
  readonly folder: string
  readonly database: TestDatabase
  /** Runs a command; answers what it wrote and its exit code. Throws what it refused with. */
  run(
    command: (program: Command) => void,
    ...options: string[]
  ): Promise<{ output: string; code: string | number | undefined }>
  close(): Promise<void>
}

export const openDemoFolder = async (today?: string): Promise<DemoFolder> => {
  const before = { ...process.env }
  const folder = await mkdtemp(join(tmpdir(), 'youju-cli-'))
  const database = await createTestDatabase()
  const cipher = makeCipher(await openKeyRing(join(folder, 'keys.json')))
  await loadDemo({
    database: { ownerUrl: database.url, cipher },
    residents: 900,
    ...(today === undefined ? {} : { today }),
    createAccount: async ({ username }) => `account:${username}`,
  })
  Object.assign(process.env, { DATABASE_URL: database.url, YOUJU_DATA: folder, YOUJU_KEYS: '' })
  let output = ''
  const { write } = process.stdout
  process.stdout.write = ((text: string) => {
    output += text
    return true
  }) as typeof write
  return {
    folder,
    database,
    async run(command, ...options) {
      output = ''
      process.exitCode = undefined
      const program = new Command('youju').exitOverride()
      command(program)
      try {
        await program.parseAsync(options, { from: 'user' })
        return { output, code: process.exitCode }
      } finally {
        process.exitCode = undefined
      }
    },
    async close() {
      process.stdout.write = write
      process.env = before
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}
