import type { Repository } from '../../platform/server/repository/repository.ts'
import type { News } from './events.ts'
import { afterQuiet } from './quiet-hours.ts'
import { insertDeliveries } from './storage/hooks.ts'
import { insertMessages } from './storage/messages.ts'
import { readQuiet } from './storage/settings.ts'

/**
 * Tells people and programs what happened: written down in the repository's transaction, so that it is told if and
 * only if that commits, and sent afterwards by {@link sendMails} and {@link sendHooks}.
 */
export const tell = async (
  repository: Repository,
  news: readonly News[],
  { now, zone }: { now: Date; zone: string },
): Promise<void> => {
  if (news.length === 0) return
  const quiet = await readQuiet(repository)
  const later = afterQuiet(now, quiet, zone)
  for (const each of news) {
    const at = each.urgent ? now : later
    await insertMessages(repository, each, at)
    await insertDeliveries(repository, each, { now, robotsAt: at })
  }
}
