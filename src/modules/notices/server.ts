import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { may } from '../../platform/server/permission/actor.ts'
import { publishNotice } from './actions/publish-notice.ts'
import { withdrawNotice } from './actions/withdraw-notice.ts'
import { listNotices, type Notice } from './contract.ts'
import { boardPage } from './public/board-page.ts'
import { listOwnNotices, type StoredNotice } from './storage/notices.ts'

const standingOf = ({ withdrawn_at, from_day, to_day }: StoredNotice, today: string): Notice['standing'] => {
  if (withdrawn_at) return 'withdrawn'
  if (from_day > today) return 'coming'
  return to_day < today ? 'over' : 'shown'
}

/** 公告公示: told to everybody from one day to another. */
export const noticesServer: ServerModule = {
  actions: [publishNotice, withdrawNotice],
  readers: [
    defineReader(listNotices, async (repository, { query }) => ({
      rows: (await listOwnNotices(repository, query.area)).map((row) => ({
        id: row.id,
        kind: row.kind,
        areaName: repository.areas.nameOf(row.area),
        title: row.title,
        body: row.body,
        from: row.from_day,
        to: row.to_day,
        objection: row.objection,
        standing: standingOf(row, repository.today),
        withdrawnFor: row.withdrawn_for,
        mayWithdraw:
          row.withdrawn_at === null &&
          row.to_day >= repository.today &&
          may(repository.actor, 'public.write', row.area),
      })),
    })),
  ],
  publicPages: [boardPage],
  jobs: () => ({}),
}
