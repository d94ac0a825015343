import { cellString, XmlScanner } from './xml-scanner.ts'

/** The workbook's table of texts; phonetic guides are left out. Feed it pieces, then take `strings`. */
export const sharedStringsReader = (): { scanner: XmlScanner; strings: string[] } => {
  const strings: string[] = []
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
      if (name === 'si') strings.push(cellString(current))
      else if (name === 'rPh') phonetic--
      inText = false
    },
    text(raw) {
      if (inText) current += raw
    },
  })
  return { scanner, strings }
}
