import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReport } from '../check/index.ts'
import { readDoc } from './index.ts'

/** Written by LibreOffice as "MS Word 97". */
const report = readFileSync(new URL('report.fixture.doc', import.meta.url))
const read = () => {
  const result = readDoc(report)
  if (!result.ok) throw new Error(result.message)
  return result.value
}

describe('a Word 97–2003 file', () => {
  it('is read with tables, notes and links, its characters as they are', () => {
    const { text, paragraphs } = read()
    expect(text).toContain('社区共有残疾人262人，其中视力120人、听力85人、肢体47人。')
    expect(text).toContain('详见附件，“引号”—破折，𠮷字。')
    expect(text).not.toContain('HYPERLINK')
    const cells = paragraphs.flatMap(({ cell, start, end }) =>
      cell ? [[cell.row, cell.column, text.slice(start, end)]] : [],
    )
    expect(cells).toEqual([
      [0, 0, '社区'],
      [0, 1, '人数'],
      [1, 0, '和平'],
      [1, 1, '12'],
      [1, 1, '（含新增）'],
      [2, 0, ''],
      [2, 1, '30'],
      [3, 0, '合计'],
      [3, 1, '43'],
    ])
    const note = paragraphs.find(({ kind }) => kind === 'footnote')!
    expect(text.slice(note.start, note.end).trim()).toBe('脚注里有12人。')
  })

  it('is checked whatever its name says', () => {
    for (const name of ['汇报.doc', '汇报.docx', '汇报.txt']) {
      const checked = checkReport({ name, bytes: report })
      expect(checked.ok && checked.value.findings.map(({ kind }) => kind)).toContain('sum-mismatch')
    }
  })

  it('is refused with a sentence where it is cut off or damaged, and never breaks the reader', () => {
    const start = Uint8Array.from(report)
    fc.assert(
      fc.property(
        fc.nat(report.length - 1),
        fc.array(fc.tuple(fc.nat(report.length - 1), fc.nat(255)), { maxLength: 20 }),
        (length, changes) => {
          const bytes = start.slice(0, Math.max(length, 600))
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
          const result = readDoc(bytes)
          if (!result.ok) expect(result.message).toMatch(/另存/)
        },
      ),
      { numRuns: 300 },
    )
  })
})
