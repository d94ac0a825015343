export type { OfficialBlock, OfficialDocument, OfficialSpan } from './document.ts'
export { changeText, dateText, numberText, percentText, yearOnYearText } from './number-text.ts'
export { writeOfficial } from './write-official.ts'
