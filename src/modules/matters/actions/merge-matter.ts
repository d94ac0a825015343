import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { mergeMatter as contract } from '../contract.ts'
import { linkMatters } from '../storage/links.ts'
import { openMatter, refuseStep, takeStep } from './define-step.ts'

/** Two that are one: this one closes, the other counts its reports. Its caller is told the other's result. */
export const mergeMatter = defineAction(contract, async (repository, input, office) => {
  if (input.id === input.into) throw new Problem('rule.unmet', '不能并入自己，请选择另一件诉求。')
  const own = () => openMatter(repository, input, office.zone)
  const others = () => openMatter(repository, { id: input.into }, office.zone)
  // Always the lower id first, so that two people merging both ways do not wait for each other.
  const [context, target] =
    input.id < input.into
      ? [await own(), await others()]
      : await others().then(async (other) => [await own(), other] as const)
  refuseStep('merge', context)
  if (target.facts.state === 'closed')
    throw new Problem('matter.wrong_state', '要并入的那件诉求已经办结，请选择还在办理的。')
  const reports = Number(target.matter.row.reports ?? 1) + Number(context.matter.row.reports ?? 1)
  await takeStep(target, {
    kind: 'join',
    detail: { text: `并入 ${String(context.matter.row.number)}` },
    more: { reports },
  })
  await linkMatters(repository, input.id, input.into, 'merged')
  return await takeStep(context, { kind: 'merge', detail: { into: input.into, text: input.text } })
})
