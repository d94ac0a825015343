import { randomBytes } from 'node:crypto'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import {
  makeHook as makeContract,
  removeHook as removeContract,
  resendDelivery as resendContract,
  turnHook as turnContract,
} from '../contract.ts'
import {
  deleteHook,
  type HookRow,
  insertHook,
  listHooks,
  resendDelivery as resend,
  turnHook as turn,
} from '../storage/hooks.ts'

/** A hook of an area whose staff one manages. Throws `record.not_found`. */
const getHook = async (repository: Repository, id: string): Promise<HookRow> => {
  const hook = (await listHooks(repository)).find((each) => each.id === id)
  if (!hook || !may(repository.actor, 'staff.manage', hook.area))
    throw new Problem('record.not_found', '没有找到这个推送，或者它不归您管理。')
  return hook
}

/** What happens in an area is sent to another program. A standard hook's secret is told once. */
export const makeHook = defineAction(makeContract, async (repository, input, office) => {
  if (!office.areas.find(input.area)) throw new Problem('area.not_found', '没有这个区域，请重新选择。')
  if (!may(repository.actor, 'staff.manage', input.area))
    throw new Problem('right.missing', '只能推送您管理的区域的事；别的区域请联系那里的管理员。')
  const id = newId()
  const made = input.kind === 'standard' ? `whsec_${randomBytes(32).toString('base64')}` : null
  await insertHook(repository, { ...input, id, url: new URL(input.url), secret: made ?? input.secret })
  return {
    answer: { id, secret: null },
    once: { secret: made },
    audit: { subject: id, area: input.area, detail: { kind: input.kind, events: input.events } },
  }
})

export const turnHook = defineAction(turnContract, async (repository, { id, on }) => {
  const { area } = await getHook(repository, id)
  await turn(repository, id, on)
  return { answer: { id }, audit: { subject: id, area, detail: { on } } }
})

export const removeHook = defineAction(removeContract, async (repository, { id }) => {
  const { area, title } = await getHook(repository, id)
  await deleteHook(repository, id)
  return { answer: { id }, audit: { subject: id, area, detail: { title } } }
})

export const resendDelivery = defineAction(resendContract, async (repository, { id, hook }) => {
  const { area, disabledAt } = await getHook(repository, hook)
  if (disabledAt) throw new Problem('rule.unmet', '这个推送已停用，请先恢复，再重新推送。')
  if (!(await resend(repository, id, hook))) throw new Problem('record.not_found', '没有找到这条推送记录。')
  return { answer: { id }, audit: { subject: hook, area, detail: { delivery: id } } }
})
