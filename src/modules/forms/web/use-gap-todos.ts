import { useRoute } from '../../../platform/web/api/use-route.ts'
import type { Todo, UseTodos } from '../../../platform/web/module/web-module.ts'
import { listFormGaps } from '../contract-gaps.ts'

/** What open forms still lack in one's own areas. */
export const useGapTodos: UseTodos = (enabled) => {
  const { data } = useRoute(listFormGaps, {}, { enabled })
  return (data?.gaps ?? []).map(
    (gap): Todo => ({
      key: `form-gap.${gap.request}`,
      title: `补填“${gap.title}”的缺项`,
      detail: gap.fields
        .slice(0, 3)
        .map(({ text }) => text)
        .join('；'),
      due: gap.deadline,
      act: { title: '补填', to: `/forms/gaps/${gap.request}` },
    }),
  )
}
