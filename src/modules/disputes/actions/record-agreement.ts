import { Problem } from '../../../platform/contract/problem.ts'
import { recordAgreement as contract } from '../contract.ts'
import { defineStep, refuseFutureDay } from './define-step.ts'

/** What the parties agreed: who does what until when. The revisit is due 30 days later. */
export const recordAgreement = defineStep(
  contract,
  'agree',
  ({ parties, sessions }, { on, dispute, items }, repository) => {
    refuseFutureDay(repository, on)
    if (sessions.length === 0)
      throw new Problem('rule.unmet', '还没有调解记录，不能写协议。请先记录一次调解。')
    const names = new Set(parties.map(({ name }) => name))
    items.forEach(({ party, due }, index) => {
      if (party !== '各方' && !names.has(party))
        throw new Problem('field.invalid', `第 ${index + 1} 项由谁履行，请从当事人里选择。`, {
          places: [{ field: `items.${index}.party`, message: '请从当事人里选择' }],
        })
      if (due < on)
        throw new Problem('field.invalid', `第 ${index + 1} 项的期限早于达成协议的日期，请改日期。`, {
          places: [{ field: `items.${index}.due`, message: '期限早于达成协议的日期' }],
        })
    })
    return { on, dispute, items }
  },
)
