import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons'
import type { Column } from './column.ts'
import { RowOpener } from './row-opener.tsx'
import type { RowsProps } from './rows-props.ts'

const nextSort = (key: string, sort: string | undefined): string | undefined => {
  if (sort === key) return `-${key}`
  return sort === `-${key}` ? undefined : key
}

const ariaSort = (key: string, sort: string | undefined) => {
  if (sort === key) return 'ascending' as const
  return sort === `-${key}` ? ('descending' as const) : undefined
}

const Heading = ({ column, sort, setSort }: { column: Column } & Pick<RowsProps, 'sort' | 'setSort'>) => (
  <th scope="col" aria-sort={ariaSort(column.key, sort)} className={column.numeric ? 'numeric' : undefined}>
    {setSort && column.sortable ? (
      <button type="button" className="sorter" onClick={() => setSort(nextSort(column.key, sort))}>
        {column.title}
        {sort === column.key && <CaretUpFilled aria-hidden="true" />}
        {sort === `-${column.key}` && <CaretDownFilled aria-hidden="true" />}
      </button>
    ) : (
      column.title
    )}
  </th>
)

/** Rows as a table. A click anywhere in a row opens it, as Enter does. */
export const RowsTable = (props: RowsProps) => {
  const { title, rows, columns, sort, setSort, opened, active, setActive, open, onKeyDown, page } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="table-scroll" aria-label={`${title}表格`} tabIndex={0}>
      <table className="record-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} sort={sort} setSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {rows.map((row, index) => (
            <tr
              key={`${row.id}.${row.version}`}
              className={row.id === opened ? 'opened' : undefined}
              onClick={() => {
                if (window.getSelection()?.isCollapsed !== false) open(index)
              }}
            >
              {columns.map((column, at) => (
                <td key={column.key} className={column.numeric ? 'numeric' : undefined}>
                  {at === 0 ? (
                    <RowOpener
                      index={index}
                      active={index === active}
                      opened={row.id === opened}
                      page={page?.(row)}
                      open={() => open(index)}
                      focused={() => setActive(index)}
                    >
                      {column.read(row) || '（未填）'}
                    </RowOpener>
                  ) : (
                    column.read(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
