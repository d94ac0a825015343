import { useRoute } from '../../../platform/web/api/use-route.ts'
import type { Todo } from '../../../platform/web/module/web-module.ts'
import { listMatters, type MatterLine } from '../contract.ts'
import { stateTitle } from './words.ts'

const acts: Record<string, string> = {
  submitted: '受理',
  assigned: '签收',
  deciding: '裁定',
  answered: '回访',
}

const todo = (matter: MatterLine, mine: readonly string[]): Todo => ({
  key: `matter.${matter.id}`,
  title: matter.title,
  detail: `${stateTitle(matter.state)} · ${matter.place || matter.areaName}`,
  due: matter.dueAt?.slice(0, 10) ?? null,
  act: { title: acts[matter.state] ?? '办理', to: `/matters/${matter.id}` },
  // Handed to somebody else who has not accepted it, or on hold: nothing to do here now.
  waiting: matter.state === 'paused' || (matter.pending !== null && !mine.includes(matter.pending.body)),
})

/** What one's bodies have before them, the most pressing first. */
export const useMatterTodos = (enabled: boolean): readonly Todo[] => {
  const { data } = useRoute(listMatters, { query: { view: 'mine', limit: 20 } }, { enabled })
  if (!data) return []
  return data.rows.map((matter) => todo(matter, data.mine))
}
