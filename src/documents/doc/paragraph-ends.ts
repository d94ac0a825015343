const PAGE = 512
const IN_TABLE = 0x2416
const IS_ROW_END = 0x2417

/** Bytes that an instruction's operand takes, by the three bits that say so ([MS-DOC] 2.6.2, spra). */
const operandSize = (instruction: number, at: number, view: DataView): number => {
  const size = [1, 1, 2, 4, 2, 2, 0, 3][instruction >> 13]!
  if (size > 0) return size
  return instruction === 0xd608 ? view.getUint16(at, true) + 1 : view.getUint8(at) + 1
}

const isMarked = (view: DataView, from: number, to: number, mark: number): boolean => {
  for (let at = from; at + 3 <= to; ) {
    const instruction = view.getUint16(at, true)
    if (instruction === mark) return view.getUint8(at + 2) !== 0
    at += 2 + operandSize(instruction, at + 2, view)
  }
  return false
}

/** Offsets in the WordDocument stream after the marks that end paragraphs. */
export interface ParagraphEnds {
  /** Of paragraphs within a table. */
  readonly inTable: ReadonlySet<number>
  /** Of rows of a table. */
  readonly ofRows: ReadonlySet<number>
}

/** Reads where tables are from the paragraph properties ([MS-DOC] 2.8.6 PlcBtePapx, 2.9.175 PapxFkp). */
export const findParagraphEnds = (document: DataView, table: DataView): ParagraphEnds => {
  const inTable = new Set<number>()
  const ofRows = new Set<number>()
  const start = document.getUint32(0x102, true)
  const count = (document.getUint32(0x106, true) - 4) / 8
  if (count * 8 > table.byteLength) throw new RangeError('paragraph properties')
  for (let n = 0; n < count; n++) {
    const page = (table.getUint32(start + (count + 1) * 4 + n * 4, true) & 0x3fffff) * PAGE
    const runs = document.getUint8(page + PAGE - 1)
    for (let run = 0; run < runs; run++) {
      const offset = document.getUint8(page + (runs + 1) * 4 + run * 13) * 2
      if (offset === 0) continue
      const first = document.getUint8(page + offset)
      const from = page + offset + (first === 0 ? 2 : 1)
      const length = first === 0 ? document.getUint8(page + offset + 1) * 2 : first * 2 - 1
      const to = Math.min(from + length, page + PAGE)
      const end = document.getUint32(page + (run + 1) * 4, true)
      if (isMarked(document, from + 2, to, IN_TABLE)) inTable.add(end)
      if (isMarked(document, from + 2, to, IS_ROW_END)) ofRows.add(end)
    }
  }
  return { inTable, ofRows }
}
