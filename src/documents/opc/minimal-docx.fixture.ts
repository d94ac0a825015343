import { strToU8, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const CORE =
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'

/** The smallest .docx that Word opens, for tests: the body's XML, perhaps a header's. */
export function minimalDocx(
  body: string,
  { header, extra = {} }: { header?: string; extra?: Record<string, string> } = {},
) {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>${'docProps/core.xml' in extra ? CORE : ''}${header === undefined ? '' : `<Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/>`}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W} xmlns:r="${OFFICE}"><w:body>${body}<w:sectPr>${header === undefined ? '' : '<w:headerReference w:type="default" r:id="rId1"/>'}</w:sectPr></w:body></w:document>`,
  }
  if (header !== undefined) {
    parts['word/header1.xml'] = `<w:hdr ${W}>${header}</w:hdr>`
    parts['word/_rels/document.xml.rels'] =
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/header" Target="header1.xml"/></Relationships>`
  }
  const all = Object.entries({ ...parts, ...extra })
  return zipSync(Object.fromEntries(all.map(([name, text]) => [name, strToU8(text)])))
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A paragraph whose runs have these texts. */
export const paragraph = (...texts: string[]): string =>
  `<w:p>${texts.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`).join('')}</w:p>`

export const tableRow = (...cells: string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`
