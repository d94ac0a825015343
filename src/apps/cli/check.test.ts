import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkCommand } from './check.ts'

const folder = mkdtempSync(join(tmpdir(), 'youju-check-'))
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
let out = ''
let err = ''

const run = async (...args: string[]): Promise<number | string | undefined> => {
  const program = new Command('youju').exitOverride()
  checkCommand(program)
  await program.parseAsync(['check', ...args], { from: 'user' })
  return process.exitCode ?? undefined
}

beforeEach(() => {
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += String(chunk)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    err += String(chunk)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('youju check', () => {
  const good = file('good.txt', '受理诉求200件，办结190件，办结率95%。\n')
  const bad = file('bad.txt', '受理诉求200件，办结190件，办结率90%。\n')

  it('ends with 0 where no error is found, 1 where some are', async () => {
    expect(await run(good)).toBe(0)
    expect(out).toContain('问题 0 处')
    expect(await run(bad)).toBe(1)
    expect(out).toContain('第 1 行 [错误·占比不符]')
  })

  it('ends with 2 and says why where a file is of no use', async () => {
    expect(await run(join(folder, 'none.txt'))).toBe(2)
    expect(err).toContain('没有这个文件')
    expect(await run(file('broken.docx', 'PK'), good)).toBe(2)
    expect(out).toContain('good.txt')
  })

  it('prints one JSON line a file', async () => {
    await run('--format', 'json', good, bad)
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map((l) => [l.file, l.findings.length])).toEqual([
      [good, 0],
      [bad, 1],
    ])
  })

  it('prints one page as HTML', async () => {
    await run('--format', 'html', bad)
    expect(out).toMatch(/^<!doctype html>/)
    expect(out).toContain('190÷200 = 95% ≠ 90%')
  })

  it('reads GB18030', async () => {
    await run(
      '--format',
      'json',
      file('gb.txt', new Uint8Array([0xbe, 0xd3, 0xc3, 0xf1, 0x31, 0x32, 0xbb, 0xa7])),
    )
    expect(JSON.parse(out).quantities[0]).toMatchObject({ low: 12, unit: '户' })
  })
})
