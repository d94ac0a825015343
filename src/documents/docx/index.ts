export type { DocumentText, Paragraph } from './paragraph.ts'
export { readDocx } from './read-docx.ts'
