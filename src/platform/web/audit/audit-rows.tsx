import type { AuditView } from '../../contract/audit.ts'
import { StatusTag } from '../feedback/status-tag.tsx'
import { useNarrow } from '../theme/use-narrow.ts'
import { wordInstant } from '../wording/word-instant.ts'
import { AuditDetail } from './audit-detail.tsx'

const Outcome = ({ entry }: { entry: AuditView }) =>
  entry.outcome === 'refused' ? <StatusTag tone="bad">被拒绝</StatusTag> : null

const Cards = ({ entries }: { entries: readonly AuditView[] }) => (
  <ul className="record-cards">
    {entries.map((entry) => (
      <li key={entry.seq}>
        <p>
          <strong>{entry.actionTitle}</strong> <Outcome entry={entry} />
        </p>
        <p>{entry.subjectTitle}</p>
        {entry.purpose && <p>用途：{entry.purpose}</p>}
        <p className="quiet">
          {entry.actorName}（{entry.role}） · {wordInstant(entry.at)}
        </p>
        <AuditDetail entry={entry} />
      </li>
    ))}
  </ul>
)

/** The log as a dense table; as cards on a phone. */
export const AuditRows = ({ entries }: { entries: readonly AuditView[] }) => {
  if (useNarrow()) return <Cards entries={entries} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="table-scroll" aria-label="操作记录表格" tabIndex={0}>
      <table className="record-table audit-table">
        <caption className="visually-hidden">操作记录</caption>
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">谁</th>
            <th scope="col">操作</th>
            <th scope="col">对谁、对什么</th>
            <th scope="col">区域</th>
            <th scope="col">用途</th>
            <th scope="col">详情</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td>{wordInstant(entry.at)}</td>
              <td>
                {entry.actorName} <span className="quiet">{entry.role}</span>
              </td>
              <td>
                {entry.actionTitle} <Outcome entry={entry} />
              </td>
              <td>{entry.subjectTitle}</td>
              <td>{entry.areaName}</td>
              <td className="audit-purpose">{entry.purpose}</td>
              <td className="audit-more">
                <AuditDetail entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
