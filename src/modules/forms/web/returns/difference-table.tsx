import { Checkbox } from 'antd'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import { ScrollTable } from '../../../../platform/web/table/scroll-table.tsx'
import type { Difference } from '../../contract-returns.ts'
import { differenceWords } from '../words.ts'

interface DifferenceTableProps {
  differences: readonly Difference[]
  chosen: ReadonlySet<string>
  toggle: (id: string) => void
  mayDecide: boolean
}

const decisionWords = { open: '待定', accepted: '已采纳', kept: '保留台账的' } as const

/** Each difference with its cell and its three sides. */
export const DifferenceTable = ({ differences, chosen, toggle, mayDecide }: DifferenceTableProps) => (
  <ScrollTable>
    <table className="record-table form-preview" aria-label="不同的地方">
      <thead>
        <tr>
          <th scope="col">选</th>
          <th scope="col">位置</th>
          <th scope="col">是谁</th>
          <th scope="col">项目</th>
          <th scope="col">发出时</th>
          <th scope="col">台账现在</th>
          <th scope="col">交回来</th>
          <th scope="col">情况</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((each) => (
          <tr key={each.id}>
            <td>
              {each.decidable && each.decision === 'open' && mayDecide && (
                <Checkbox
                  aria-label={`选中 ${each.cell ?? ''} ${each.name} ${each.header}`}
                  checked={chosen.has(each.id)}
                  onChange={() => toggle(each.id)}
                />
              )}
            </td>
            <td>{each.cell ?? (each.row === null ? '—' : `第 ${each.row} 行`)}</td>
            <td>{each.name}</td>
            <td>{each.header}</td>
            <td>{each.sent}</td>
            <td>{each.held}</td>
            <td>
              <strong>{each.came}</strong>
            </td>
            <td>
              <StatusTag tone={each.kind === 'conflict' || each.kind === 'unreadable' ? 'look' : 'plain'}>
                {differenceWords[each.kind].title}
              </StatusTag>
              {(each.decidable || each.decision !== 'open') && (
                <span className="quiet"> {decisionWords[each.decision]}</span>
              )}
              {each.message && <span className="form-cell-source">{each.message}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollTable>
)
