export type { DocumentText, Paragraph } from './paragraph.ts'
export { readDocx, traceDocx } from './read-docx.ts'
export type { TextPlace } from './text-place.ts'
