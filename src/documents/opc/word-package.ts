import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { contentTypes } from './content-types.ts'
import { type OfficePackage, openOfficePackage } from './office-package.ts'
import { readRelationships } from './relationships.ts'

export interface WordPackage extends OfficePackage {
  /** Name of the main part, usually `word/document.xml`. */
  main: string
  /** The main part, then headers, footers, footnotes and endnotes: where printed text stands. */
  textParts: string[]
}

const TEXT_PART = /wordprocessingml\.(header|footer|footnotes|endnotes)\+xml$/

/** Opens a .docx. Refuses, with a sentence for the person, what is none: .doc, .docm, .xlsx, damaged files, zip bombs. */
export function openWordPackage(bytes: Uint8Array): Parsed<WordPackage> {
  const opened = openOfficePackage(bytes)
  if (!opened.ok) return opened
  const file = opened.value
  const types = contentTypes(file)
  const macros = [...file.parts.keys()].some((name) => /vbaproject\.bin$/i.test(name))
  if (macros || [...types.values()].some((type) => /macroEnabled/i.test(type))) {
    return refused('文件带有宏，为安全起见不接受。请用 Word 或 WPS 另存为“Word 文档（.docx）”，再试一次。')
  }
  const relationships = readRelationships(file, '')
  if (!relationships.ok) return relationships
  const main = relationships.value.find(({ type }) => type.endsWith('/officeDocument'))?.target
  if (main == null || !file.parts.has(main)) {
    return refused('压缩包里没有 Word 正文，这不是 .docx 文件。请用 Word 或 WPS 另存为 .docx，再试一次。')
  }
  if (!/wordprocessingml\.(document|template)\.main\+xml$/.test(types.get(main) ?? '')) {
    return refused('这不是 Word 文档（可能是表格或演示文稿改了扩展名）。请选择 .docx 文件。')
  }
  const others = [...types].filter(([part, type]) => TEXT_PART.test(type) && file.parts.has(part))
  return parsed({ parts: file.parts, main, textParts: [main, ...others.map(([part]) => part)] })
}
