import { Problem } from '../../../platform/contract/problem.ts'
import { closeMatter as contract } from '../contract.ts'
import { defineStep } from './define-step.ts'

/** The level above closes what cannot be solved here: policy explained, or not ours, with whose it is. */
export const closeMatter = defineStep(contract, 'close', (_, { reason, notOurs, text }) => {
  if (reason === 'notOurs' && notOurs.length < 2)
    throw new Problem('field.invalid', '不属本区职责的，请写明应由谁办理。', {
      places: [{ field: 'notOurs', message: '请写明应由谁办理' }],
    })
  const whose = reason === 'notOurs' ? notOurs : null
  return {
    kind: 'close',
    detail: { text, outcome: { reason, solved: false, satisfaction: null, notOurs: whose, into: null } },
  }
})
