import { areasWith, may } from '../../platform/server/permission/actor.ts'
import { isoInstant } from '../../platform/server/repository/instant.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import { type EventName, eventNames, events, personalEvents } from './events.ts'
import { readChoice } from './storage/choices.ts'
import { listDeliveries, listHooks } from './storage/hooks.ts'
import { countUnread, listMessages } from './storage/messages.ts'
import { readMailServer, readQuiet } from './storage/settings.ts'

const titleOf = (event: string): string => events[event as EventName] ?? event
const instant = (at: Date | null): string | null => at && isoInstant(at)

export const viewMessages = async (repository: Repository, unread: boolean, most: number) => ({
  unread: await countUnread(repository),
  messages: (await listMessages(repository, { unread, most })).map(({ createdAt, readAt, ...message }) => ({
    ...message,
    title: titleOf(message.event),
    createdAt: isoInstant(createdAt),
    readAt: instant(readAt),
  })),
})

export const viewChoice = async (repository: Repository) => {
  const { email, hidden, unmailed } = await readChoice(repository, repository.actor.id)
  return {
    email,
    hidden: [...hidden],
    unmailed: [...unmailed],
    events: personalEvents.map((event) => ({ event, title: events[event] })),
    mails: (await readMailServer(repository)) !== undefined,
    quiet: await readQuiet(repository),
  }
}

export const viewSettings = async (repository: Repository) => {
  const mayChange = may(repository.actor, 'staff.manage', repository.district)
  const found = mayChange ? await readMailServer(repository) : undefined
  const { password = '', ...mail } = found ?? {
    host: '',
    port: 465,
    security: 'tls' as const,
    user: '',
    from: '',
    address: '',
  }
  return {
    mail: mayChange ? { ...mail, hasPassword: password !== '' } : null,
    quiet: await readQuiet(repository),
    mayChange,
  }
}

const shownDeliveries = 20

/** Hooks of areas whose staff the reader manages, with their latest deliveries. */
export const viewHooks = async (repository: Repository) => {
  const held = areasWith(repository.actor, 'staff.manage')
  const mine = (await listHooks(repository)).filter(({ area }) => held.some((each) => area.startsWith(each)))
  const hooks = await Promise.all(
    mine.map(async ({ madeAt: _, disabledAt, disabledBy, area, ...hook }) => ({
      ...hook,
      events: [...hook.events],
      areaName: repository.areas.nameOf(area),
      disabledAt: instant(disabledAt),
      gaveUp: disabledAt !== null && disabledBy === null,
      deliveries: (await listDeliveries(repository, hook.id, shownDeliveries)).map(
        ({ createdAt, nextAt, hook: __, event, ...delivery }) => ({
          ...delivery,
          title: titleOf(event),
          createdAt: isoInstant(createdAt),
          nextAt: instant(nextAt),
        }),
      ),
    })),
  )
  return { events: eventNames.map((event) => ({ event, title: events[event] })), hooks }
}
