import { useRoute } from '../../../platform/web/api/use-route.ts'
import type { Todo, UseTodos } from '../../../platform/web/module/web-module.ts'
import { listCorrections } from '../contract.ts'

/** What residents want corrected. */
export const useCorrectionTodos: UseTodos = (enabled) => {
  const { data } = useRoute(listCorrections, {}, { enabled })
  return (data?.corrections ?? []).map(
    (one): Todo => ({
      key: `correction.${one.id}`,
      title: `${one.name}申请更正自己的信息`,
      detail: one.areaName,
      due: one.due,
      act: { title: '去核实', to: '/privacy/corrections' },
    }),
  )
}
