import type { z } from 'zod'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import type { Todo, UseTodos } from '../../../../platform/web/module/web-module.ts'
import { useMay } from '../../../../platform/web/session/use-me.ts'
import { listUpkeep } from '../../contract.ts'
import { useImportTodos } from '../import/use-import-todos.ts'

type Kept = z.infer<typeof listUpkeep.answer>['ledgers'][number]

/** So many ledgers have a line of their own; a desk is no list of ledgers. */
const shown = 3

const loadOf = ({ enter, leave, overdue }: Kept): number => enter + leave + overdue

const tabFor = ({ enter, leave }: Kept): string =>
  enter > 0 ? '' : leave > 0 ? '?tab=leave' : '?tab=confirm'

const lineOf = (kept: Kept): Todo => {
  const { name, title, unit, upkeep, enter, leave, overdue } = kept
  const words = [
    enter && `应进 ${enter} ${unit}`,
    leave && `应出 ${leave} ${unit}`,
    overdue && `超过 ${upkeep?.everyDays} 天没有核实 ${overdue} ${unit}`,
  ]
  return {
    key: `upkeep.${name}`,
    title: `${title}的进出和核实`,
    detail: words.filter(Boolean).join('，'),
    due: null,
    act: { title: '去处理', to: `/ledgers/${name}/upkeep${tabFor(kept)}` },
  }
}

/** Entries to be looked up again, and who should enter or leave: the ledgers with most to do, the rest in one line. */
const useUpkeepTodos: UseTodos = (enabled) => {
  const { data } = useRoute(listUpkeep, {}, { enabled })
  const busy = (data?.ledgers ?? [])
    .filter((kept) => loadOf(kept) > 0)
    .toSorted((a, b) => loadOf(b) - loadOf(a))
  const rest = busy.slice(shown)
  return [
    ...busy.slice(0, shown).map(lineOf),
    ...(rest.length > 0
      ? [
          {
            key: 'upkeep.rest',
            title: `还有 ${rest.length} 本台账要核对`,
            detail: rest.map(({ title }) => title).join('、'),
            due: null,
            act: { title: '看台账', to: '/ledgers' },
          },
        ]
      : []),
  ]
}

/** What ledgers ask of those who keep them: imports to confirm, entries to look up, people to enter or take out. */
export const useLedgerTodos: UseTodos = (enabled) => {
  const mayImport = useMay()('data.import')
  const imports = useImportTodos(enabled && mayImport)
  const upkeep = useUpkeepTodos(enabled)
  return [...imports, ...upkeep]
}
