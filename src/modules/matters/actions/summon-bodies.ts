import { Problem } from '../../../platform/contract/problem.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { endOfDay } from '../clock/limit.ts'
import { summonBodies as contract } from '../contract.ts'
import type { Body } from '../life/facts.ts'
import { refuseEndedBody } from '../storage/bodies.ts'
import { defineStep } from './define-step.ts'

/** 吹哨: calls bodies together; the owner stays in the lead, each other has a part and a date. */
export const summonBodies = defineStep(contract, 'summon', async (context, { parts, text }) => {
  const { repository, facts, now, zone } = context
  for (const [index, { body, due }] of parts.entries()) {
    await refuseEndedBody(repository, body as Body)
    if (body === facts.owner)
      throw new Problem('rule.unmet', '牵头单位不用再请自己，请选择别的单位。', {
        places: [{ field: `parts.${index}.body`, message: '牵头单位不用再请自己' }],
      })
    if (endOfDay(due, zone) <= now)
      throw new Problem('field.invalid', '协办的期限不能早于今天。', {
        places: [{ field: `parts.${index}.due`, message: '不能早于今天' }],
      })
  }
  return {
    kind: 'summon',
    detail: {
      text,
      parts: parts.map(({ body, task, due }) => ({
        id: newId(),
        body: body as Body,
        task,
        due: endOfDay(due, zone).toISOString(),
      })),
    },
  }
})
