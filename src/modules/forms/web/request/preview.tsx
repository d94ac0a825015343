import { useDeferredValue } from 'react'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import { ScrollTable } from '../../../../platform/web/table/scroll-table.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { previewForm } from '../../contract.ts'
import type { RequestView, RowChoice } from '../../contract-request.ts'

interface PreviewProps {
  request: RequestView
  sheet: RequestView['sheets'][number]
  /** The rows as chosen, confirmed or not. */
  rows: RowChoice | null
  /** Columns were chosen that are not confirmed yet. */
  pending: boolean
}

/** The first rows as they will stand in the form, sensitive values masked, and what is missing. */
export const Preview = ({ request, sheet, rows, pending }: PreviewProps) => {
  const { query } = useViewpoint()
  const asked = useDeferredValue(sheet.statistics ? {} : (rows ?? {}))
  const enabled = rows !== null || sheet.statistics !== null
  const { data, error } = useRoute(
    previewForm,
    { params: { id: request.id }, query: { sheet: sheet.name, ...query, ...asked } },
    { enabled, keepPrevious: true },
  )
  if (!enabled) return <p className="quiet">先在上面选好填哪些行。</p>
  if (error) return <ProblemAlert problem={error} />
  if (!data) return <Loading lines={4} />
  const missing = data.columns.filter((column) => (column.missing ?? 0) > 0)
  return (
    <>
      {pending && <p className="quiet">列的改动确认以后才显示在下面。</p>}
      {data.columns.length > 0 && (
        <>
          <p>
            <span role="status">符合条件的共 {data.total} 行</span>
            {data.total > data.rows.length && `，先看前 ${data.rows.length} 行`}。
          </p>
          {missing.length > 0 && (
            <p>
              缺项：{missing.map(({ header, missing: count }) => `${header} ${count} 处`).join('、')}
              。填写以后由网格员补填，也可以现在在台账里补。
            </p>
          )}
          <ScrollTable>
            <table className="record-table form-preview" aria-label="填好的样子">
              <thead>
                <tr>
                  {data.columns.map((column) => (
                    <th key={column.place} scope="col">
                      {column.header}
                      {column.missing !== null && column.missing > 0 && (
                        <span className="form-missing">缺 {column.missing}</span>
                      )}
                      {column.missing === null && <span className="form-missing">留空</span>}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => (
                  <tr key={row.record}>
                    {data.columns.map((column, index) => (
                      <td key={column.place}>{row.texts[index]}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollTable>
        </>
      )}
      {data.cells.length > 0 && (
        <dl className="facts form-cells">
          {data.cells.map((cell) => (
            <div key={cell.place}>
              <dt>
                {cell.place} {cell.header}
              </dt>
              <dd>
                {cell.figure ? (
                  <SourceLens metric={cell.figure.metric} area={cell.figure.area} asOf={cell.figure.asOf}>
                    {cell.text}
                  </SourceLens>
                ) : (
                  cell.text
                )}
                {cell.reason && <span className="quiet">{cell.reason}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
