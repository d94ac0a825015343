import { newCode } from '../../../platform/server/http/public-code.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { checkValues } from '../../../platform/server/repository/check-values.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { MatterClass } from '../codes.ts'
import { matter } from '../definition.ts'
import type { Body } from '../life/facts.ts'
import type { Clocks } from '../storage/limits.ts'
import { nextNumber } from '../storage/next-number.ts'
import { writeReceipt } from '../storage/write-step.ts'

/** What a resident said, and who answers for it from now on. */
export interface Said {
  /** The matter's id where it is taken already. */
  readonly id?: string
  readonly area: string
  readonly title: string
  readonly content: string
  readonly category: string
  readonly class: MatterClass
  readonly channel: string
  readonly place?: string | undefined
  readonly longitude?: number | null | undefined
  readonly latitude?: number | null | undefined
  readonly reporterName?: string | undefined
  readonly reporterPhone?: string | undefined
  readonly anonymous?: boolean | undefined
  readonly owner: Body
  /** Said without anybody of ours present: the owner has to accept it first. */
  readonly submitted: boolean
  /** Until when it has to be answered, where whoever passed it on has set it; else by its class. */
  readonly dueAt?: Date | null
}

const firstWords = (content: string): string => {
  const sentence = content.split(/[。！？!?；;\n]/)[0]!.trim()
  return sentence.length <= 30 ? sentence : `${sentence.slice(0, 29)}…`
}

/** Opens a new matter. Throws `field.invalid` naming what was written wrongly. */
export const receive = async (
  repository: Repository,
  said: Said,
  { clocks, now, zone }: { clocks: Clocks; now: Date; zone: string },
): Promise<{ id: string; number: string; code: string }> => {
  const id = said.id ?? newId()
  const number = await nextNumber(repository)
  const code = newCode()
  const title = said.title || firstWords(said.content)
  const { area, category, owner, submitted } = said
  const values = checkValues(matter, {
    number,
    title,
    content: said.content,
    category,
    class: said.class,
    channel: said.channel,
    place: said.place,
    longitude: said.longitude,
    latitude: said.latitude,
    reporterName: said.anonymous ? null : said.reporterName,
    reporterPhone: said.reporterPhone,
    anonymous: said.anonymous ?? false,
    reports: 1,
    // Kept by the steps; filled in from the facts a moment later.
    state: 'submitted',
    owner,
    receivedOn: repository.today,
    dueOn: repository.today,
  })
  await writeReceipt(
    repository,
    {
      id,
      code,
      said: values,
      step: {
        kind: 'receive',
        at: now.toISOString(),
        actor: submitted ? null : repository.actor.id,
        detail: {
          area,
          category,
          class: said.class,
          owner,
          submitted,
          accept: submitted ? clocks.accept(said.class, now) : null,
          finish: said.dueAt
            ? { from: now.toISOString(), due: said.dueAt.toISOString(), assumed: false }
            : clocks.finish(said.class, now),
        },
      },
    },
    { zone, now, body: submitted ? '' : owner },
  )
  return { id, number, code }
}
