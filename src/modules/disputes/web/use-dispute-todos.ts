import { useRoute } from '../../../platform/web/api/use-route.ts'
import type { Todo } from '../../../platform/web/module/web-module.ts'
import { listDisputes } from '../contract.ts'

const acts: Record<string, string> = { opened: '指派', mediating: '调解', agreed: '回访' }

/** What mediators have before them, and what a head has to assign. The desk is seen by others: no names. */
export const useDisputeTodos = (enabled: boolean): readonly Todo[] => {
  const { data } = useRoute(listDisputes, { query: {} }, { enabled })
  return (data?.rows ?? [])
    .filter(({ as, state }) => as === 'mediator' || state === 'opened')
    .map(
      (row): Todo => ({
        key: `dispute.${row.id}`,
        title: `${row.kind} ${row.number}`,
        detail: row.areaName,
        due: row.dueOn,
        act: { title: acts[row.state] ?? '查看', to: `/disputes/${row.id}` },
      }),
    )
}
