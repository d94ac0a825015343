import type { z } from 'zod'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import { useNarrow } from '../../../../platform/web/theme/use-narrow.ts'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import type { listReports } from '../../contract.ts'
import { stateTitles } from './report-words.ts'

type Report = z.infer<typeof listReports.answer>['reports'][number]

const State = ({ report }: { report: Report }) => (
  <>
    <StatusTag tone={report.state === 'published' ? 'good' : 'plain'}>{stateTitles[report.state]}</StatusTag>{' '}
    {report.version > 1 && <span className="quiet">第 {report.version} 版</span>}
  </>
)

const Cards = ({ reports }: { reports: readonly Report[] }) => (
  <ul className="record-cards">
    {reports.map((report) => (
      <li key={report.id}>
        <PageLink to={`/reports/${report.id}`} className="row-opener">
          {report.title}
        </PageLink>
        <p>
          <State report={report} />
        </p>
        <p className="quiet">
          {report.areaName} · {report.periodTitle} · {report.createdBy}
        </p>
      </li>
    ))}
  </ul>
)

/** Reports as a table; as cards on a phone. */
export const ReportRows = ({ reports }: { reports: readonly Report[] }) => {
  const go = useGo()
  if (useNarrow()) return <Cards reports={reports} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="table-scroll" aria-label="汇报表格" tabIndex={0}>
      <table className="record-table">
        <caption className="visually-hidden">汇报</caption>
        <thead>
          <tr>
            <th scope="col">标题</th>
            <th scope="col">区域</th>
            <th scope="col">期间</th>
            <th scope="col">状态</th>
            <th scope="col">模板</th>
            <th scope="col">生成</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id} onClick={() => go(`/reports/${report.id}`)}>
              <td>
                <PageLink to={`/reports/${report.id}`}>{report.title}</PageLink>
              </td>
              <td>{report.areaName}</td>
              <td>{report.periodTitle}</td>
              <td>
                <State report={report} />
              </td>
              <td>{report.templateTitle}</td>
              <td>
                {report.createdBy} {wordInstant(report.createdAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
