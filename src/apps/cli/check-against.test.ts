import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type OpenDemo, openDemo } from '../demo/testing/open-demo.ts'
import { checkCommand } from './check.ts'

const folder = mkdtempSync(join(tmpdir(), 'youju-against-'))
let demo: OpenDemo
let out = ''
let err = ''
let report = ''

const run = async (...args: string[]): Promise<number | string | undefined> => {
  const program = new Command('youju').exitOverride()
  checkCommand(program)
  await program.parseAsync(['check', ...args], { from: 'user' })
  return process.exitCode ?? undefined
}

beforeAll(async () => {
  demo = await openDemo(400)
  process.env.DATABASE_URL = demo.url
  process.env.YOUJU_DATA = folder
  report = join(folder, '汇报.txt')
  writeFileSync(report, '社区共有残疾人9876人。社区建成口袋公园3个。')
}, 120_000)
afterAll(async () => {
  delete process.env.DATABASE_URL
  delete process.env.YOUJU_DATA
  await demo.close()
  rmSync(folder, { recursive: true })
})
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
  process.exitCode = undefined
})

describe('check --against', () => {
  it('tells each number beside the ledgers, as text, JSON and a page', async () => {
    expect(await run('--against', '和平社区', report)).toBe(1)
    expect(out).toMatch(
      /\[与台账不同\] 残疾人 9876人：和平社区.*「残疾人数」是 \d+ 人，文中多 \d+ 人。口径：/,
    )
    expect(out).toContain('[目录里没有]')

    out = ''
    await run('--against', '990101001001', '--as-of', '2026-06-30', '--format', 'json', report)
    const [disabled, park] = JSON.parse(out).quantities
    expect(disabled.against).toMatchObject({
      verdict: 'differs',
      metric: 'disability.total',
      area: '990101001001',
      asOf: '2026-06-30',
      difference: 9876 - disabled.against.value,
    })
    expect(disabled).toMatchObject({ text: '9876', low: 9876, subject: '残疾人' })
    expect(park.against).toMatchObject({ verdict: 'unlisted', metric: null })

    out = ''
    await run('--against', '和平社区', '--format', 'html', report)
    expect(out).toContain('<h2>对照台账</h2>')
    expect(out).toContain('id="f1q1"')
  })

  it('writes a copy with Word comments', async () => {
    const copies = join(folder, '副本')
    expect(await run('--against', '和平社区', '--format', 'docx', '--out', copies, report)).toBe(1)
    expect(readdirSync(copies)).toEqual(['汇报（批注）.docx'])
    const parts = unzipSync(readFileSync(join(copies, '汇报（批注）.docx')))
    expect(new TextDecoder().decode(parts['word/comments.xml'])).toContain('【与台账不同】')
  })

  it('says what it cannot use', async () => {
    await expect(run('--against', '没有的社区', report)).rejects.toThrow('没有区域「没有的社区」')
    expect(await run('--as-of', '2026-06-30', report)).toBe(2)
    expect(err).toContain('--against')
    expect(await run('--against', '和平社区', '--as-of', '2026-02-30', report)).toBe(2)
    expect(err).toContain('2026-02-30')
    expect(await run('--format', 'docx', report)).toBe(2)
    expect(err).toContain('--out')
  })
})
