import { titleOf } from '../../../core/code/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { viewOf } from '../../../platform/server/repository/view.ts'
import { matterCategory } from '../category/categories.ts'
import { matterChannel } from '../codes.ts'
import type { MatterStory } from '../contract.ts'
import { matter as definition } from '../definition.ts'
import type { Body } from '../life/facts.ts'
import type { Step } from '../life/step.ts'
import { mayCall, stepsOf, takersOf } from '../life/takers.ts'
import { areaOfBody, findBodies, nameBodies } from '../storage/bodies.ts'
import { findDispatch } from '../storage/dispatch-rules.ts'
import { findLastingAt } from '../storage/hot-spots.ts'
import { findLinks } from '../storage/links.ts'
import type { LineRow } from '../storage/list-matters.ts'
import { getMatter, listSteps, type Matter, stepOf } from '../storage/matter.ts'
import { findOrder } from '../storage/orders.ts'
import { listPhotos } from '../storage/photos.ts'
import { noteLasting } from './hot-spots.ts'
import { wordLines } from './word-line.ts'
import { bodiesIn, type Wording, wordStep } from './word-step.ts'

const lineRow = ({ id, row, facts }: Matter): LineRow => ({
  id,
  number: String(row.number),
  title: String(row.title),
  category: facts.category,
  state: facts.state,
  area: facts.area,
  place: (row.place as string | null) ?? null,
  longitude: (row.longitude as number | null) ?? null,
  latitude: (row.latitude as number | null) ?? null,
  owner: facts.owner,
  pending: facts.pending,
  received_at: facts.receivedAt,
  due_at: facts.state === 'closed' ? null : new Date(facts.acceptBy ?? facts.finishBy),
  overdue: facts.overdue,
  reports: (row.reports as number | null) ?? 1,
  sort_day: String(row.due_on),
})

/** Of the steps that nobody of ours took, those that the resident took on the public page. */
const saidByResident = ({ kind, actor }: Step): boolean =>
  actor === null && (kind === 'receive' || kind === 'callback')

/** One matter's whole story, and what its reader may do now. Throws `record.not_found` outside their sight. */
export const readStory = async (repository: Repository, id: string, zone: string): Promise<MatterStory> => {
  const bodies = await findBodies(repository)
  const found = await getMatter(repository, id, { bodies })
  const { facts, row, seq } = found
  const stored = await listSteps(repository, id)
  const steps = stored.map(stepOf)
  const photos = await listPhotos(repository, id)
  const proposed = await findDispatch(repository, facts.category, facts.area)
  const names = await nameBodies(repository, [
    ...(proposed ? [proposed] : []),
    ...steps.flatMap(bodiesIn),
    ...facts.parts.map(({ body }) => body),
    ...stored.map(({ body }) => body as Body).filter(Boolean),
  ])
  const instants = new Intl.DateTimeFormat('zh-CN', {
    timeZone: zone,
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const wording: Wording = {
    body: (body) => names.get(body) ?? '',
    instant: (iso) => instants.format(new Date(iso)),
    category: (code) => titleOf(matterCategory, code),
  }
  const standing = { actor: repository.actor, bodies, ownerArea: await areaOfBody(repository, facts.owner) }
  const { display } = viewOf(repository, definition, row)
  const { request } = facts
  const lasting = await findLastingAt(repository, {
    area: facts.area,
    place: String(row.place ?? ''),
    longitude: row.longitude as number | null,
    latitude: row.latitude as number | null,
  })
  return {
    matter: (await wordLines(repository, [lineRow(found)]))[0]!,
    seen: seq,
    content: String(row.content),
    class: facts.class,
    channel: titleOf(matterChannel, String(row.channel)),
    order: (await findOrder(repository, id)) ?? null,
    reporter: {
      name: display.reporterName ?? '',
      phone: display.reporterPhone ?? '',
      anonymous: row.anonymous === true,
    },
    finishBy: facts.finishBy,
    assumed: facts.assumed,
    acceptBy: facts.acceptBy,
    returns: facts.returns,
    reopened: facts.reopened,
    binding: facts.binding,
    request: request && {
      kind: request.kind,
      reason: request.reason,
      until: request.kind === 'pause' ? request.until : request.due,
    },
    parts: facts.parts.map(({ id: part, body, task, due, state, answer }) => ({
      id: part,
      body: { body, title: wording.body(body) },
      task,
      due,
      done: state === 'done',
      answer,
      mine: bodies.includes(body),
    })),
    outcome: facts.outcome,
    steps: steps.map((step, index) => ({
      seq: stored[index]!.seq,
      at: step.at,
      by: stored[index]!.actor_name || (saidByResident(step) ? '居民本人' : ''),
      body: stored[index]!.body ? wording.body(stored[index]!.body as Body) : '',
      ...wordStep(step, wording),
      photos: photos
        .filter((photo) => photo.seq === stored[index]!.seq)
        .map(({ id: photo, width, height, public: shown }) => ({ id: photo, width, height, public: shown })),
    })),
    proposed: proposed ? { body: proposed, title: wording.body(proposed) } : null,
    lasting:
      lasting.filter((task) => task.category === facts.category && task.id !== id).map(noteLasting)[0] ??
      null,
    links: await findLinks(repository, id, bodies),
    can: stepsOf(standing, facts),
    mayReveal: mayCall(takersOf(standing, facts), facts),
  }
}
