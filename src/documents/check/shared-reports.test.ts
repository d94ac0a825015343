import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkReport } from './index.ts'

const reports = new URL('../../../../shared/reports/', import.meta.url)
const there = existsSync(reports)

describe.skipIf(!there)(`public reports${there ? '' : ' (skipped: ../shared/reports is not there)'}`, () => {
  const files = there
    ? ['community', 'province-2025'].flatMap((f) => readdirSync(new URL(f, reports)).map((n) => `${f}/${n}`))
    : []

  it.each(files)('%s is read whole, with offsets that hold', (path) => {
    const result = checkReport({ name: path, bytes: readFileSync(new URL(path, reports)) })
    if (!result.ok) throw new Error(result.message)
    const { text, quantities, findings } = result.value
    expect(text.length).toBeGreaterThan(400)
    for (const q of quantities)
      expect(text.slice(q.start, q.end)).toMatch(
        /[\d０-９〇零一二三四五六七八九十百千万亿两萬億兩壹貳數数几幾]/,
      )
    for (const f of findings) expect(f.end).toBeGreaterThan(f.start)
  })

  it('raises no error on published provincial reports beyond 0.3 per 10,000 characters', () => {
    let [characters, errors] = [0, 0]
    for (const path of files.filter((f) => f.startsWith('province'))) {
      const result = checkReport({ name: path, bytes: readFileSync(new URL(path, reports)) })
      if (!result.ok) continue
      characters += result.value.text.length
      errors += result.value.findings.filter((f) => f.severity === 'error').length
    }
    expect((errors / characters) * 10_000).toBeLessThanOrEqual(0.3)
  })
})
