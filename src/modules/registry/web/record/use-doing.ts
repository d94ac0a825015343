import type { RecordView } from '../../../../platform/contract/records.ts'
import { usePageSearch, useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'

/** What is being done with the record of a page, held in its address: `?edit=1`, `?end=1`. */
export const useDoing = (record: RecordView | undefined) => {
  const { edit, end } = usePageSearch()
  const setSearch = useSetPageSearch()
  const may = useMayWrite('registry.write') && record?.validTo === null
  return {
    may,
    doing: may ? (edit === '1' ? ('edit' as const) : end === '1' ? ('end' as const) : null) : null,
    edit: () => setSearch({ edit: '1', end: undefined }),
    end: () => setSearch({ edit: undefined, end: '1' }),
    stop: () => setSearch({ edit: undefined, end: undefined }),
  }
}
