import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from './index.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const docx = (body: string, parts: Record<string, string> = {}) =>
  zipSync({
    'word/document.xml': strToU8(`<w:document ${w}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  })
const p = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const read = (bytes: Uint8Array) => {
  const result = readDocx(bytes)
  if (!result.ok) throw new Error(result.message)
  return result.value
}

describe('readDocx', () => {
  it('reads paragraphs, tables and leaves out deleted text', () => {
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`
    const { text, paragraphs } = read(
      docx(
        `${p('走访居民')}<w:tbl><w:tr>${cell('甲')}${cell('12')}</w:tr></w:tbl><w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>新</w:t><w:tab/><w:t>文</w:t></w:r></w:p>`,
      ),
    )
    expect(text).toBe('走访居民\n甲\n12\n新\t文\n')
    expect(paragraphs.map((x) => x.kind)).toEqual(['body', 'cell', 'cell', 'body'])
    expect(paragraphs[2]?.cell).toEqual({ table: 0, row: 0, column: 1, span: 1 })
  })

  it('writes out the numbering that Word generates, and knows headings by style', () => {
    const numbering = `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
    const styles = `<w:styles ${w}><w:style w:styleId="a1"><w:name w:val="heading 1"/></w:style></w:styles>`
    const number = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`
    const { text, paragraphs } = read(
      docx(
        p('总体', `<w:pStyle w:val="a1"/>${number(0)}`) +
          p('甲', number(1)) +
          p('乙', number(1)) +
          p('下步', number(0)) +
          p('丙', number(1)),
        {
          'word/numbering.xml': numbering,
          'word/styles.xml': styles,
        },
      ),
    )
    expect(text).toBe('一、总体\n（一）甲\n（二）乙\n二、下步\n（一）丙\n')
    expect(paragraphs[0]).toMatchObject({ kind: 'heading', level: 1 })
  })

  it('takes tab stops of a paragraph for no text', () => {
    const stops = '<w:tabs><w:tab w:val="clear" w:pos="709"/><w:tab w:val="num" w:pos="0"/></w:tabs>'
    expect(read(docx(p('入户走访', stops))).text).toBe('入户走访\n')
  })

  it('reads headers and footnotes without their separators', () => {
    const { text, paragraphs } = read(
      docx(p('正文'), {
        'word/header1.xml': `<w:hdr ${w}>${p('页眉')}</w:hdr>`,
        'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:type="separator">${p('')}</w:footnote><w:footnote>${p('注')}</w:footnote></w:footnotes>`,
      }),
    )
    expect(text).toBe('页眉\n正文\n注\n')
    expect(paragraphs.map((x) => x.kind)).toEqual(['header', 'body', 'footnote'])
  })

  it('refuses what is no Word document, saying what it is', () => {
    const message = (bytes: Uint8Array) => {
      const result = readDocx(bytes)
      return result.ok ? '' : result.message
    }
    expect(message(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toContain('Excel')
    expect(message(zipSync({ 'a.txt': strToU8('a') }))).toContain('缺少 word/document.xml')
    expect(message(zipSync({ 'word/document.xml': strToU8('<w:document><w:p>') }))).toContain('XML')
  })
})
