import { useRoute } from '../../../../platform/web/api/use-route.ts'
import type { Todo, UseTodos } from '../../../../platform/web/module/web-module.ts'
import { useMay } from '../../../../platform/web/session/use-me.ts'
import { listUpkeep } from '../../contract.ts'
import { useImportTodos } from '../import/use-import-todos.ts'

/** Entries to be looked up again, and people who should enter or leave: one line a ledger. */
const useUpkeepTodos: UseTodos = (enabled) => {
  const { data } = useRoute(listUpkeep, {}, { enabled })
  return (data?.ledgers ?? []).flatMap(({ name, title, unit, upkeep, enter, leave, overdue }): Todo[] => {
    const to = `/ledgers/${name}/upkeep`
    const due = upkeep
      ? [
          {
            key: `upkeep.${name}.confirm`,
            title: `核实${title}`,
            detail: `${overdue} ${unit}超过 ${upkeep.everyDays} 天没有核实`,
            due: null,
            act: { title: '去核实', to: `${to}?tab=confirm` },
          },
        ]
      : []
    const moves = [enter && `应进 ${enter} ${unit}`, leave && `应出 ${leave} ${unit}`].filter(Boolean)
    return [
      ...(overdue > 0 ? due : []),
      ...(moves.length > 0
        ? [
            {
              key: `upkeep.${name}.moves`,
              title: `${title}的进出`,
              detail: moves.join('，'),
              due: null,
              act: { title: '去处理', to: enter ? to : `${to}?tab=leave` },
            },
          ]
        : []),
    ]
  })
}

/** What ledgers ask of those who keep them: imports to confirm, entries to look up, people to enter or take out. */
export const useLedgerTodos: UseTodos = (enabled) => {
  const mayImport = useMay()('data.import')
  const imports = useImportTodos(enabled && mayImport)
  const upkeep = useUpkeepTodos(enabled)
  return [...imports, ...upkeep]
}
