export { readDoc } from './read-doc.ts'
