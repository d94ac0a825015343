import { defineAction } from '../../../platform/server/action/define-action.ts'
import { sendOpen311Update as contract } from '../contract-open311.ts'
import { leads } from '../life/states.ts'
import type { Step } from '../life/step.ts'
import { missing, Refusal } from '../open311/refusal.ts'
import { readClocks } from '../storage/limits.ts'
import { getMatter } from '../storage/matter.ts'
import { findKeyById } from '../storage/open311-keys.ts'
import { findRequests, findUpdate, insertUpdate } from '../storage/open311-requests.ts'
import { attachPhotos } from '../storage/photos.ts'
import { writeAddition, writeStep } from '../storage/write-step.ts'
import { planCallback } from './record-callback.ts'

const words = { open: '', solved: '反映人说已经解决。', reopen: '反映人要求重新办理。' }

/**
 * A platform hands on what the resident added. On a matter that waits for the callback, “fixed” and “reopen” are the
 * resident's word and count as one; at any other time they are written down, and staff decide.
 */
export const sendOpen311Update = defineAction(contract, async (repository, update, office) => {
  const { number, clientId, status } = update
  const key = await findKeyById(repository, repository.actor.id)
  const [request] = key ? await findRequests(repository, key, [number]) : []
  if (!key || request?.key !== key.id)
    throw new Refusal(
      missing(`没有 service_request_id 为“${number.slice(0, 40)}”的诉求，或者它不是由这个 api_key 提交的。`),
    )
  const known = await findUpdate(repository, key.id, clientId)
  if (known) return { answer: { number, seq: known.seq }, audit: { detail: { same: known.seq } } }
  const matter = await getMatter(repository, request.matter, { bodies: 'all', lock: true })
  const now = new Date()
  const step = { at: now.toISOString(), actor: null } as const
  const text = [words[status], update.text].filter(Boolean).join('\n')
  let seq: number
  if (status !== 'open' && leads('callback', matter.facts.state)) {
    const clocks = await readClocks(repository, office.zone)
    const detail = await planCallback(
      { repository, facts: matter.facts, clocks, now },
      { solved: status === 'solved', explained: false, satisfaction: null, text: update.text },
    )
    const callback: Step = { ...step, kind: 'callback', detail }
    seq = (await writeStep(repository, matter, callback, { zone: office.zone, now, body: '' })).seq
  } else
    seq = await writeAddition(
      repository,
      matter,
      { ...step, kind: 'add', detail: { text } },
      { zone: office.zone, now },
    )
  const { photos } = update
  await attachPhotos(repository, office.files, { matter: matter.id, seq, photos, public: false })
  await insertUpdate(repository, { key: key.id, clientId, matter: matter.id, seq })
  return {
    answer: { number, seq },
    audit: { definition: 'matter', subject: matter.id, area: matter.facts.area, detail: { seq } },
  }
})
