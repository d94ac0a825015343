import { TextTable } from './text-table.ts'
import { cellString, XmlScanner } from './xml-scanner.ts'

/** The workbook's table of texts; phonetic guides are left out. Feed it pieces, then ask `texts`. */
export const sharedStringsReader = (): { scanner: XmlScanner; texts: TextTable } => {
  const texts = new TextTable()
  let current = ''
  let inText = false
  let phonetic = 0
  const scanner = new XmlScanner({
    open(name) {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic++
      inText = name === 't' && phonetic === 0
    },
    close(name) {
      if (name === 'si') texts.push(cellString(current))
      else if (name === 'rPh') phonetic--
      inText = false
    },
    text(raw) {
      if (inText) current += raw
    },
  })
  return { scanner, texts }
}
