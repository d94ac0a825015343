import { Packer } from 'docx'
import { strToU8 } from 'fflate'
import { type FigureManifest, markFigures } from '../figures/index.ts'
import {
  childElements,
  createElement,
  openWordPackage,
  readXml,
  saveOfficePackage,
  type WordPackage,
  writeXml,
  type XmlElement,
} from '../opc/index.ts'
import { coreProperties } from './core-properties.ts'
import type { OfficialBlock, OfficialDocument } from './document.ts'
import { fontTable } from './fonts.ts'
import { layOut } from './lay-out.ts'

/**
 * Writes a .docx in the layout of GB/T 9704-2012: 22 lines of 28 characters, the standard's fonts, page numbers
 * on the outer edges. With a manifest, every figure is marked so that its number can be checked later; without,
 * figures are plain text. The same input gives the same bytes.
 */
export async function writeOfficial(
  document: OfficialDocument,
  manifest?: FigureManifest,
): Promise<Uint8Array> {
  const blocks = manifest === undefined ? document.blocks.map(withoutFigures) : document.blocks
  const packed = await Packer.pack(layOut({ ...document, blocks }), 'uint8array')
  const opened = openWordPackage(packed)
  if (!opened.ok) throw new Error(opened.message)
  const file = opened.value
  finish(file, document)
  const bytes = saveOfficePackage(file)
  return manifest === undefined ? bytes : markFigures(bytes, manifest)
}

/** What `docx` has no option for. */
function finish(file: WordPackage, document: OfficialDocument): void {
  file.parts.set('word/fontTable.xml', strToU8(fontTable()))
  file.parts.set('docProps/core.xml', strToU8(coreProperties(document)))
  const styles = readXml(file, 'word/styles.xml')
  if (!styles.ok) throw new Error(styles.message)
  setDigitsTight(styles.value)
  writeXml(file, 'word/styles.xml', styles.value)
}

/** Without the quarter space that Word puts between digits and Chinese, which would pull lines off 28 characters. */
function setDigitsTight(styles: XmlElement): void {
  const normal = childElements(styles, 'w:style').find(({ attributes }) => attributes['w:default'] === '1')
  const off = (name: string) => createElement(name, { 'w:val': '0' })
  normal?.children.push(createElement('w:pPr', {}, [off('w:autoSpaceDE'), off('w:autoSpaceDN')]))
}

const withoutFigures = (block: OfficialBlock): OfficialBlock => ({
  ...block,
  spans: block.spans.map((span) => ({ ...span, figure: null })),
  cells: block.cells?.map((cell) => cell.map((span) => ({ ...span, figure: null }))),
})
