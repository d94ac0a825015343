import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { openZip, type ZipPackage } from '../zip/index.ts'
import { readNumbering } from './numbering.ts'
import type { DocumentText } from './paragraph.ts'
import { newCollector, readStory } from './story.ts'
import { readStyles } from './styles.ts'
import type { TextPlace } from './text-place.ts'

const main = 'word/document.xml'

const optional = (zip: ZipPackage, name: string): string | undefined => {
  if (!zip.has(name)) return undefined
  const text = zip.readText(name)
  return text.ok ? text.value : undefined
}

/**
 * Reads the text of a .docx: headers, body with tables, footnotes and endnotes, footers; deleted text is
 * left out, numbering that Word generates is written out. What cannot be read is refused in Chinese.
 */
export const readDocx = (bytes: Uint8Array): Parsed<DocumentText> => {
  const traced = traceDocx(bytes)
  return traced.ok ? parsed({ text: traced.value.text, paragraphs: traced.value.paragraphs }) : traced
}

/** As {@link readDocx}, with where the text of the body stands in its XML. */
export const traceDocx = (
  bytes: Uint8Array,
): Parsed<DocumentText & { places: TextPlace[]; body: string }> => {
  const opened = openZip(bytes)
  if (!opened.ok) return opened
  const zip = opened.value
  if (!zip.has(main)) {
    if (zip.has('xl/workbook.xml'))
      return refused('这是 Excel 表格（.xlsx），不是 Word 文档。请换成 .docx 文件。')
    if (zip.has('ppt/presentation.xml'))
      return refused('这是演示文稿（.pptx），不是 Word 文档。请换成 .docx 文件。')
    return refused('文件里没有正文（缺少 word/document.xml），不是 Word 文档或已损坏，请重新获取。')
  }
  const body = zip.readText(main)
  if (!body.ok) return body
  const style = readStyles(optional(zip, 'word/styles.xml'))
  const print = readNumbering(optional(zip, 'word/numbering.xml'))
  const collector = newCollector()
  const part = (pattern: RegExp) => zip.names.filter((name) => pattern.test(name)).sort()
  try {
    for (const name of part(/^word\/header\d*\.xml$/))
      readStory(optional(zip, name) ?? '', 'header', style, print, collector)
    readStory(body.value, 'body', style, print, collector)
    for (const name of part(/^word\/(?:footnotes|endnotes)\.xml$/))
      readStory(optional(zip, name) ?? '', 'footnote', style, print, collector)
    for (const name of part(/^word\/footer\d*\.xml$/))
      readStory(optional(zip, name) ?? '', 'footer', style, print, collector)
  } catch {
    return refused('文档内容不是完整的 XML，文件已损坏或被截断，请重新获取。')
  }
  const { parts, paragraphs, places } = collector
  return parsed({ text: parts.join(''), paragraphs, places, body: body.value })
}
