import type { Repository } from '../../../platform/server/repository/repository.ts'
import { matterCategory } from '../category/categories.ts'
import type { Value } from '../open311/document.ts'
import { maskText } from '../open311/mask-text.ts'
import { writeInstant } from '../open311/w3c-date.ts'
import { nameBodies } from '../storage/bodies.ts'
import { type FoundRequest, type FoundStep, stepsOfRequests } from '../storage/open311-requests.ts'
import { wordPublic } from './public-story.ts'

type Told = FoundStep & { readonly title: string; readonly text: string }

/** What a resident may read of the steps, and what they said themselves apart. */
const tellSteps = (steps: readonly FoundStep[]): Told[] =>
  steps.flatMap((found) => {
    const words = found.step.kind === 'add' ? undefined : wordPublic(found.step)
    return words ? [{ ...found, title: words.title, text: maskText(words.text) }] : []
  })

const sentence = ({ title, text }: Pick<Told, 'title' | 'text'>): string =>
  text === '' ? title : `${title}：${text}`

const serviceName = (code: string): string =>
  matterCategory.items.find((item) => item.code === code)?.title ?? code

/** The latest answer or progress says more than a later step without words. */
const notesOf = (told: readonly Told[], closed: boolean): string => {
  const last = told.at(-1)
  if (!last) return ''
  const worded = told.findLast(({ text }) => text !== '')
  return closed && worded && worded !== last
    ? `${sentence(last)}。${sentence(worded)}`
    : sentence(worded ?? last)
}

/** `GET requests`: each as everybody may read it: no name, no number, nothing that goes on inside. */
export const viewRequests = async (
  repository: Repository,
  requests: readonly FoundRequest[],
  zone: string,
): Promise<Value> => {
  const told = Map.groupBy(
    tellSteps(
      await stepsOfRequests(
        repository,
        requests.map(({ matter }) => matter),
      ),
    ),
    ({ matter }) => matter,
  )
  const names = await nameBodies(
    repository,
    requests.map(({ facts }) => facts.owner),
  )
  return requests.map(({ facts, ...request }) => {
    const steps = told.get(request.matter) ?? []
    const closed = facts.state === 'closed'
    const updated = steps.at(-1)?.step.at ?? request.requestedAt
    return {
      service_request_id: request.number,
      status: closed ? 'closed' : 'open',
      status_notes: notesOf(steps, closed) || null,
      service_name: serviceName(facts.category),
      service_code: facts.category,
      description: request.description || null,
      agency_responsible: names.get(facts.owner) ?? null,
      service_notice: closed ? null : facts.assumed ? '期限暂按周一至周五推算。' : null,
      requested_datetime: writeInstant(new Date(request.requestedAt), zone),
      updated_datetime: writeInstant(new Date(updated), zone),
      expected_datetime: writeInstant(new Date(facts.finishBy), zone),
      address: request.address || repository.areas.nameOf(facts.area),
      address_id: request.addressId || null,
      zipcode: null,
      lat: request.latitude,
      long: request.longitude,
      media_url: request.media[0] ?? null,
    }
  })
}

/** By which one step of one request is known to others. */
export const updateId = (number: string, seq: number): string => `${number}-${seq}`

/** Whether a request stands closed after a step. */
const closes = ({ step }: FoundStep): boolean =>
  ['close', 'merge', 'withdraw'].includes(step.kind) ||
  (step.kind === 'callback' && step.detail.outcome !== null)

/** `GET servicerequestupdates`: what can be told of each step. The receipt is no news to whoever sent the request. */
export const viewUpdates = (steps: readonly FoundStep[], zone: string): Value =>
  tellSteps(steps.filter(({ step }) => step.kind !== 'receive')).map((told) => ({
    update_id: updateId(told.number, told.seq),
    service_request_id: told.number,
    status: closes(told) ? 'CLOSED' : 'OPEN',
    updated_datetime: writeInstant(new Date(told.step.at), zone),
    description: sentence(told),
    media_url: '',
  }))
