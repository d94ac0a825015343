import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../docx/index.ts'
import { minimalDocx, paragraph } from '../opc/minimal-docx.fixture.ts'
import { addComments, type Comment, plainDocx } from './index.ts'

const author = { name: '有据核对', initials: '核', at: '2026-11-20T08:00:00Z' }
const comment = (docx: Uint8Array, comments: Comment[]): Uint8Array => {
  const done = addComments(docx, comments, author)
  if (!done.ok) throw new Error(done.message)
  return done.value
}
const partsOf = (docx: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  )
const textOf = (docx: Uint8Array): string => {
  const read = readDocx(docx)
  if (!read.ok) throw new Error(read.message)
  return read.value.text
}
const decoded = (xml: string): string =>
  xml.replace(/&(lt|gt|amp|quot|#\d+);/g, (_, name: string) =>
    name.startsWith('#')
      ? String.fromCodePoint(Number(name.slice(1)))
      : { lt: '<', gt: '>', amp: '&', quot: '"' }[name]!,
  )
/** Comment id → the words between its marks. */
const remarkedOn = (docx: Uint8Array): Map<number, string> => {
  const body = partsOf(docx)['word/document.xml']!
  const texts = new Map<number, string>()
  for (const [mark, id] of body.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g)) {
    const from = body.indexOf(mark)
    const within = body.slice(from, body.indexOf(`<w:commentRangeEnd w:id="${id}"/>`))
    texts.set(
      Number(id),
      decoded([...within.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')),
    )
  }
  return texts
}

describe('Word comments in a copy of a report', () => {
  it('stand at the words they are about, across runs and within one', () => {
    const docx = minimalDocx(`${paragraph('共有残疾', '人262人，', '其中男120人')}${paragraph('全年12场')}`)
    const text = textOf(docx)
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const done = comment(docx, [
      { ...at('残疾人262'), text: '与台账不一致' },
      { ...at('12场'), text: '合计不对\n请核对' },
    ])
    expect(textOf(done)).toBe(text)
    expect([...remarkedOn(done).values()]).toEqual(['残疾人262', '12场'])
    const parts = partsOf(done)
    expect(parts['word/comments.xml']).toContain('w:author="有据核对"')
    expect(parts['word/comments.xml']!.match(/<w:p>/g)).toHaveLength(3)
    expect(parts['[Content_Types].xml']).toContain('wordprocessingml.comments+xml')
    expect(parts['word/_rels/document.xml.rels']).toContain('/relationships/comments"')
    expect(parts['word/document.xml']!.match(/<w:rPr><w:b\/><\/w:rPr>/g)!.length).toBeGreaterThan(4)
  })

  it('keeps comments that were there, numbers on from them, and leaves every other part as it was', () => {
    const first = comment(minimalDocx(paragraph('甲社区12户'), { header: paragraph('页眉') }), [
      { start: 3, end: 5, text: '第一条' },
    ])
    const second = comment(first, [{ start: 6, end: 8, text: '第二条' }])
    const [before, after] = [unzipSync(first), unzipSync(second)]
    const changed = Object.keys(after).filter(
      (name) => !Buffer.from(after[name]!).equals(before[name] ?? Buffer.of()),
    )
    expect(changed.sort()).toEqual(['word/comments.xml', 'word/document.xml'])
    const comments = partsOf(second)['word/comments.xml']!
    expect(comments).toContain('第一条')
    expect([...comments.matchAll(/w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(['0', '1'])
    expect(remarkedOn(second).size).toBe(2)
  })

  it('remarks near what Word lets nobody comment on, and says what is meant', () => {
    const docx = minimalDocx(paragraph('正文'), { header: paragraph('2026年2月30日') })
    const done = comment(docx, [{ start: 0, end: 10, text: '没有这一天' }])
    expect([...remarkedOn(done).values()]).toEqual(['正文'])
    expect(partsOf(done)['word/comments.xml']).toContain('2026年2月30日')
  })

  it('refuses what is no Word document and what has no text', () => {
    expect(addComments(Uint8Array.of(1, 2, 3), [], author)).toMatchObject({ ok: false })
    expect(addComments(minimalDocx('<w:p/>'), [{ start: 0, end: 0, text: 'x' }], author)).toMatchObject({
      ok: false,
      message: expect.stringContaining('没有文字'),
    })
  })

  it('changes no text and hits its words, whatever the runs and the comments', () => {
    const run = fc.string({
      unit: fc.constantFrom('甲', '1', '&', '<', '>', ' ', '𠮷', '"'),
      minLength: 1,
      maxLength: 6,
    })
    const paragraphs = fc.array(fc.array(run, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    const ranges = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 8 })), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(paragraphs, ranges, (lines, wanted) => {
        const docx = minimalDocx(lines.map((runs) => paragraph(...runs)).join(''))
        const text = textOf(docx)
        const comments = wanted
          .map(([from, length]) => ({ start: from % text.length, length }))
          .filter(({ start }) => text[start] !== '\n')
          .map(({ start, length }) => {
            const end = Math.min(start + length, text.indexOf('\n', start))
            return { start, end, text: text.slice(start, end) }
          })
        const done = comment(docx, comments)
        expect(textOf(done)).toBe(text)
        const halves = /^[\udc00-\udfff]|[\ud800-\udbff]$/
        if (!comments.some((one) => halves.test(one.text)))
          expect([...remarkedOn(done).values()].sort()).toEqual(comments.map((one) => one.text).sort())
      }),
    )
  })
})

describe('a text as a document', () => {
  it('reads back as the text, each character in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('甲', ' ', '&', '\t', '\n', '<', '\u0007') }), (text) => {
        const back = textOf(plainDocx(text))
        expect(back).toHaveLength(text.length + 1)
        expect(back.replace(/\u3000/g, '\u0007')).toBe(`${text}\n`)
      }),
    )
  })
})
