import { addMonths, todayIn } from '../../../core/time/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { endOfDay } from '../clock/limit.ts'
import { askPause as contract } from '../contract.ts'
import { defineStep } from './define-step.ts'

/** In months: a matter that stands still for ever is answered to nobody. */
const longestPause = 12

/** Throws where the level above has not answered the last request yet. */
export const refuseSecondRequest = (request: unknown): void => {
  if (request) throw new Problem('rule.unmet', '上一次申请还没有批复，请先等上级批复。')
}

/** Asks the level above to let the clock stand still until a day. */
export const askPause = defineStep(contract, 'pause', ({ facts, now, zone }, { text, until }) => {
  refuseSecondRequest(facts.request)
  const end = endOfDay(until, zone)
  if (until > addMonths(todayIn(zone, now), longestPause))
    throw new Problem('field.invalid', '一次最多暂停 12 个月；时间更长的，请到期后再申请。', {
      places: [{ field: 'until', message: '最多 12 个月' }],
    })
  if (end <= now)
    throw new Problem('field.invalid', '暂停到的日期要在今天以后。', {
      places: [{ field: 'until', message: '要在今天以后' }],
    })
  return { kind: 'pause', detail: { text, until: end.toISOString() } }
})
