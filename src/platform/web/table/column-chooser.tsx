import { Button, Checkbox } from 'antd'
import { Bubble } from '../bubble/bubble.tsx'
import type { Column } from './column.ts'

interface ColumnChooserProps {
  columns: readonly Column[]
  shown: readonly Column[]
  choose: (keys: readonly string[] | null) => void
}

/** Chooses which columns a list shows. */
export const ColumnChooser = ({ columns, shown, choose }: ColumnChooserProps) => (
  <Bubble
    label="选择显示的列"
    placement="bottomRight"
    button={(trigger) => <Button {...trigger}>列</Button>}
    content={() => (
      <fieldset className="column-chooser">
        <legend>显示的列</legend>
        {columns.map((column) => (
          <Checkbox
            key={column.key}
            checked={shown.includes(column)}
            onChange={(event) =>
              choose(
                columns
                  .filter((one) => (one === column ? event.target.checked : shown.includes(one)))
                  .map((one) => one.key),
              )
            }
          >
            {column.title}
          </Checkbox>
        ))}
        <Button size="small" onClick={() => choose(null)}>
          恢复默认
        </Button>
      </fieldset>
    )}
  />
)
