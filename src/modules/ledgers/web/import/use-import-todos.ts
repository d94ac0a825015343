import { useRoute } from '../../../../platform/web/api/use-route.ts'
import type { Todo, UseTodos } from '../../../../platform/web/module/web-module.ts'
import { listImports } from '../../contract.ts'
import { wordCounts } from './import-words.ts'

/** Imports that were read and wait for somebody to confirm them. */
export const useImportTodos: UseTodos = (enabled) => {
  const { data } = useRoute(listImports, {}, { enabled })
  return (data?.imports ?? [])
    .filter((one) => one.state === 'preview')
    .map(
      (one): Todo => ({
        key: `import.${one.id}`,
        title: `确认导入“${one.fileName}”`,
        detail: [one.ledgerTitle, wordCounts(one)].filter(Boolean).join(':'),
        due: null,
        act: { title: '查看并确认', to: `/ledgers/import/${one.id}` },
      }),
    )
}
