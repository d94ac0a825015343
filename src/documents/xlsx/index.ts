export {
  address,
  columnLetters,
  columnNumber,
  inRange,
  LAST_ROW,
  readAddress,
  readRange,
  writeRange,
} from './address.ts'
export {
  copyFormula,
  mapFormulaRows,
  movedBottom,
  movedRow,
  type RowInsertion,
  shiftFormula,
} from './formula.ts'
export { defaultLimits, type ReadLimits, Refusal } from './limits.ts'
export { dateSerial, showsDate } from './number-text.ts'
export { openRows, type RowFile, type SheetTop } from './open-rows.ts'
export { type ReadOptions, readWorkbook } from './read-workbook.ts'
export { convertedNotice, rebuildXls, rebuiltNotice } from './rebuild-xls.ts'
export { readRelationships, relationshipsOf } from './relationships.ts'
export { type Packer, type PartChange, packer, packText, repack } from './repack.ts'
export { readNumberFormats } from './styles.ts'
export type { Table, TableColumn, TableFormat, TableValue } from './table.ts'
export type { Cell, CellKind, Column, Range, Row, Sheet, Validation, Workbook } from './workbook.ts'
export { readWorkbookPart } from './workbook-part.ts'
export { type LongTable, roomFor, writeRows } from './write-rows.ts'
export { writeTable } from './write-table.ts'
export { attribute, plainXml, XmlScanner, xmlText } from './xml-scanner.ts'
