import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { rateMatter as contract } from '../contract-public.ts'
import { leads, refusal } from '../life/states.ts'
import { findByCode } from '../storage/find-by-code.ts'
import { readClocks } from '../storage/limits.ts'
import { writeStep } from '../storage/write-step.ts'
import { planCallback } from './record-callback.ts'

/** The resident says whether it was solved: the same callback, without anybody who asks. */
export const rateMatter = defineAction(contract, async (repository, input, { zone }) => {
  const solved = input.solved === 'yes'
  if (!solved && input.text.length < 2)
    throw new Problem('field.invalid', '请写明哪里没有解决。', {
      places: [{ field: 'text', message: '请写明哪里没有解决' }],
    })
  const matter = await findByCode(repository, input, { lock: true, seen: input.seen })
  if (!matter) throw new Problem('record.not_found', '查询码或电话后四位不对。')
  const { facts } = matter
  if (!leads('callback', facts.state))
    throw new Problem('matter.wrong_state', refusal('callback', facts.state))
  const now = new Date()
  const clocks = await readClocks(repository, zone)
  const detail = await planCallback(
    { repository, facts, clocks, now },
    { solved, explained: false, satisfaction: input.satisfaction, text: input.text },
  )
  const step = { kind: 'callback', at: now.toISOString(), actor: null, detail } as const
  const { seq, facts: after } = await writeStep(repository, matter, step, { zone, now, body: '' })
  return {
    answer: { state: after.state },
    audit: {
      definition: 'matter',
      subject: matter.id,
      area: after.area,
      detail: { step: 'callback', seq },
    },
  }
})
