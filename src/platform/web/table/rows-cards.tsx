import { RowOpener } from './row-opener.tsx'
import type { RowsProps } from './rows-props.ts'

const shownOnCard = 5

/** Rows as cards, for a phone: the first column as title, the next as lines. */
export const RowsCards = (props: RowsProps) => {
  const { title, rows, columns, opened, active, setActive, open, onKeyDown, page } = props
  const [first, ...rest] = columns
  return (
    <ul className="record-cards" aria-label={title} onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the opener inside takes the keys
        <li key={`${row.id}.${row.version}`} onClick={() => open(index)}>
          <RowOpener
            index={index}
            active={index === active}
            opened={row.id === opened}
            page={page?.(row)}
            open={() => open(index)}
            focused={() => setActive(index)}
          >
            {first?.read(row) || '（未填）'}
          </RowOpener>
          <dl>
            {rest
              .filter((column) => column.read(row) !== '')
              .slice(0, shownOnCard)
              .map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{column.read(row)}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
