import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import type { MatterLine } from '../../contract.ts'
import { categoryTitle, stateTitle, stateTone, wordLeft } from '../words.ts'

const Row = ({ matter }: { matter: MatterLine }) => (
  <tr>
    <td data-title="诉求">
      <PageLink to={`/matters/${matter.id}`} className="matter-title">
        {matter.title}
      </PageLink>
      <span className="quiet matter-under">
        {matter.number} · {categoryTitle(matter.category)}
        {matter.reports > 1 && ` · ${matter.reports} 人反映`}
      </span>
    </td>
    <td data-title="地点">{matter.place || matter.areaName}</td>
    <td data-title="状态">
      <StatusTag tone={stateTone(matter.state)}>{stateTitle(matter.state)}</StatusTag>
    </td>
    <td data-title="承办">
      {matter.pending ? `${matter.owner.title} → ${matter.pending.title}` : matter.owner.title}
    </td>
    <td data-title="期限" className={matter.overdue ? 'overdue' : undefined}>
      {matter.dueAt ? wordLeft(matter.dueAt) : '—'}
    </td>
  </tr>
)

/** Matters as a table, as cards on a phone. */
export const MatterRows = ({ rows }: { rows: readonly MatterLine[] }) => (
  <div className="table-scroll">
    <table className="record-table matter-table" aria-label="诉求">
      <thead>
        <tr>
          <th scope="col">诉求</th>
          <th scope="col">地点</th>
          <th scope="col">状态</th>
          <th scope="col">承办</th>
          <th scope="col">期限</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((matter) => (
          <Row key={matter.id} matter={matter} />
        ))}
      </tbody>
    </table>
  </div>
)
