export { type NormalText, originSpan } from './normal-text.ts'
export { normalise } from './normalise.ts'
export { readText } from './read-text.ts'
