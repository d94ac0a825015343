import { type ReactNode, useMemo } from 'react'
import type { RecordView } from '../../contract/records.ts'
import { useGo, usePageSearch, useSetPageSearch } from '../address/use-address.ts'
import { useDefinition } from '../definition/use-definition.ts'
import { EmptyState } from '../feedback/empty-state.tsx'
import { Loading } from '../feedback/loading.tsx'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { useNarrow } from '../theme/use-narrow.ts'
import { useViewpoint } from '../viewpoint/use-viewpoint.ts'
import { columnsOf } from './column.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { DetailPanel } from './detail-panel.tsx'
import { ExportButton } from './export-button.tsx'
import { FilterBar } from './filter-bar.tsx'
import { filterablesOf } from './filterable.ts'
import { LoadMore } from './load-more.tsx'
import { type RecordSource, recordsOf } from './record-source.ts'
import { RowsCards } from './rows-cards.tsx'
import { RowsTable } from './rows-table.tsx'
import { Total } from './total.tsx'
import { useChosenColumns } from './use-chosen-columns.ts'
import { useRecordPages } from './use-record-pages.ts'
import { useRowKeys } from './use-row-keys.ts'
import { wordFilter } from './word-filter.ts'

interface RecordTableProps {
  /** Name of the definition the list is drawn from. */
  definition: string
  /** Where rows come from; the definition's records where absent. */
  source?: RecordSource
  /** A record's own page. On a phone a row goes there at once; on a screen the detail opens beside the list. */
  page?: (row: RecordView) => string | undefined
  /** What the panel beside the list shows; the record's fields where absent. */
  detail?: (row: RecordView, close: () => void) => ReactNode
  /** Buttons before those of the list, such as 登记居民. */
  actions?: ReactNode
  empty: { title: string; hint?: ReactNode; action?: ReactNode }
  /** What the quick search finds; null where the definition cannot be searched. */
  searchHint?: string | null
  /** Says how many there are, where the rows are not simply the definition's records. */
  total?: (total: number) => ReactNode
}

/**
 * A list drawn from a definition. Search parameters of the address: filters under their field keys, `q`, `sort`,
 * and `open`, the record beside the list.
 */
export const RecordTable = (props: RecordTableProps) => {
  const {
    definition: name,
    page,
    detail,
    actions,
    empty,
    searchHint = '姓名、拼音首字母、证件号后四位',
  } = props
  const definition = useDefinition(name)
  const subject = useDefinition(definition?.of)
  const view = useViewpoint()
  const search = usePageSearch()
  const setSearch = useSetPageSearch()
  const go = useGo()
  const narrow = useNarrow()
  const source = useMemo(() => props.source ?? recordsOf(name), [props.source, name])

  const columns = useMemo(
    () => (definition ? columnsOf(definition, subject, view.day) : []),
    [definition, subject, view.day],
  )
  const filterables = useMemo(
    () => (definition && source.selects ? filterablesOf(definition, subject) : []),
    [definition, subject, source],
  )
  const inForce = filterables.filter((one) => search[one.key] !== undefined)
  const filters = Object.fromEntries(inForce.map((one) => [one.key, search[one.key]!]))
  const { shown, choose } = useChosenColumns(name, columns)
  const pages = useRecordPages(source, { ...view.query, sort: search.sort, q: search.q, filters })
  const { rows } = pages
  const drawn = shown.filter((column) => !column.mayBeBare || rows.some((row) => column.read(row) !== ''))

  const close = () => setSearch({ open: undefined }, { replace: true })
  const open = (index: number) => {
    const row = rows[index]
    if (!row) return
    const own = page?.(row)
    if (narrow && own) return go(own)
    setSearch({ open: row.id }, { replace: search.open !== undefined })
  }
  const keys = useRowKeys({
    count: rows.length,
    open,
    close,
    atEnd: () => pages.more && pages.loadMore(),
  })
  if (!definition) return <Loading lines={8} />

  const narrowed = [
    ...(search.q ? [`查找“${search.q}”`] : []),
    ...inForce.map((one) => wordFilter(one, search[one.key]!)),
  ]
  const Rows = narrow ? RowsCards : RowsTable
  const opened = rows.find((row) => row.id === search.open)
  return (
    <div className="record-list">
      {source.selects ? (
        <FilterBar
          filterables={filterables}
          search={search}
          change={(change) => setSearch({ ...change, open: undefined })}
          searchHint={searchHint}
          tools={
            <>
              {actions}
              {!narrow && <ColumnChooser columns={columns} shown={shown} choose={choose} />}
              {definition.may.export && (
                <ExportButton
                  definition={definition}
                  area={view.area}
                  asOf={view.asOf}
                  filters={filters}
                  q={search.q}
                  sort={search.sort}
                  fields={shown.map((column) => column.key)}
                />
              )}
            </>
          }
        />
      ) : (
        actions && <div className="filter-row">{actions}</div>
      )}
      {pages.total !== undefined &&
        (props.total?.(pages.total) ?? (
          <Total total={pages.total} definition={definition} view={view} narrowed={narrowed} />
        ))}
      <ProblemAlert problem={pages.error} retry={pages.retry} />
      {pages.pending && !pages.error && <Loading lines={8} />}
      {pages.total === 0 &&
        (narrowed.length > 0 ? (
          <EmptyState title="没有符合条件的记录" hint="减少一项筛选，或换个写法查找。" />
        ) : (
          <EmptyState {...empty} />
        ))}
      {rows.length > 0 && (
        <div className={search.open && !narrow ? 'list-and-detail' : undefined}>
          <div className={pages.stale ? 'list stale' : 'list'}>
            <Rows
              title={definition.title}
              rows={rows}
              columns={drawn}
              sort={search.sort}
              setSort={source.selects ? (sort) => setSearch({ sort }) : undefined}
              opened={search.open}
              active={keys.active}
              setActive={keys.setActive}
              open={open}
              onKeyDown={keys.onKeyDown}
              page={page}
            />
            {pages.more && <LoadMore loading={pages.loadingMore} loadMore={pages.loadMore} />}
          </div>
          {search.open && (
            <DetailPanel
              definition={definition}
              id={search.open}
              row={opened}
              page={page}
              detail={detail}
              title={(row) => shown[0]?.read(row) ?? ''}
              close={close}
            />
          )}
        </div>
      )}
    </div>
  )
}
