export { replay } from './life/apply-step.ts'
export { dueOf } from './life/facts.ts'
export { factsPlace, stepPlace } from './life/sealed-place.ts'
export type { Step } from './life/step.ts'
