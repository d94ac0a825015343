import { useRoute } from '../../../../platform/web/api/use-route.ts'
import type { Todo, UseTodos } from '../../../../platform/web/module/web-module.ts'
import { listFollowUps } from '../../change-contract.ts'

/** What changes of people have left to do. */
export const useFollowUpTodos: UseTodos = (enabled) => {
  const { data } = useRoute(listFollowUps, {}, { enabled })
  return (data?.followUps ?? []).map(
    (line): Todo => ({
      key: `follow-up.${line.id}`,
      title: line.title,
      detail: line.areaName,
      due: line.due,
      act: { title: '去办', to: '/registry/follow-ups' },
    }),
  )
}
