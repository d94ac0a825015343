import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { usePageSearch, useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { listFillCells } from '../../contract.ts'
import '../forms.css'
import { ScrollTable } from '../../../../platform/web/table/scroll-table.tsx'
import { recordPage } from '../../../registry/index.ts'

type Cell = ReturnType<typeof listFillCells.answer.parse>['rows'][number]['cells'][number]

const few = 50

const CellView = ({ cell }: { cell: Cell }) => {
  if (cell.figure)
    return (
      <SourceLens metric={cell.figure.metric} area={cell.figure.area} asOf={cell.figure.asOf}>
        {cell.text}
      </SourceLens>
    )
  const to = cell.source && recordPage(cell.source.definition, cell.source.record)
  return (
    <>
      {to ? <PageLink to={to}>{cell.text || '（空）'}</PageLink> : cell.text}
      {cell.source && (
        <span className="form-cell-source">
          {cell.source.definitionTitle}·{cell.source.fieldTitle} 第 {cell.source.version} 版
        </span>
      )}
    </>
  )
}

/** Where every cell of a filled form came from, row by row. */
const CellsPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const search = usePageSearch()
  const setSearch = useSetPageSearch()
  const from = Number(search.from ?? '1') || 1
  const { data, error, isPending, refetch } = useRoute(
    listFillCells,
    { params: { id }, query: { from, limit: few } },
    { keepPrevious: true },
  )
  const last = data?.rows.at(-1)?.row
  return (
    <Page title="每一格的来源" lead={<PageLink to="/forms">表格填报</PageLink>}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={8} />}
      {data && data.rows.length === 0 && <EmptyState title="这一次没有填进任何一行。" />}
      {data && data.rows.length > 0 && (
        <>
          <p>
            {data.sheet}，共 {data.total} 行；点开一格看它的记录。
          </p>
          <ScrollTable>
            <table className="record-table form-preview" aria-label="每一格的来源">
              <thead>
                <tr>
                  <th scope="col">行</th>
                  {data.columns.map((column) => (
                    <th key={column.place} scope="col">
                      {column.place} {column.header}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => (
                  <tr key={row.row}>
                    <th scope="row">{row.row}</th>
                    {data.columns.map((column) => {
                      // A column is `C`, its cells `C5`; a single cell of a form is `B3` in both.
                      const places = [column.place, `${column.place}${row.row}`]
                      const cell = row.cells.find(({ place }) => places.includes(place))
                      return <td key={column.place}>{cell && <CellView cell={cell} />}</td>
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollTable>
          <nav className="form-actions" aria-label="翻页">
            {from > 1 && <Button onClick={() => setSearch({ from: undefined })}>回到第一页</Button>}
            {data.rows.length === few && last !== undefined && (
              <Button onClick={() => setSearch({ from: String(last + 1) })}>下一页</Button>
            )}
          </nav>
        </>
      )}
    </Page>
  )
}

export default CellsPage
