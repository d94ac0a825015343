import { useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import { getReport, type ReportView } from '../../contract.ts'
import { VerdictList } from '../verify/verdict-list.tsx'
import './report.css'
import { FigureList } from './figure-list.tsx'
import { ReportActions } from './report-actions.tsx'
import { ReportPaper } from './report-paper.tsx'
import { stateTitles } from './report-words.ts'
import { useVerification } from './use-verification.ts'

const wordMade = (report: ReportView): string =>
  [
    `${stateTitles[report.state]}${report.version > 1 ? `(第 ${report.version} 版)` : ''}`,
    `${report.templateTitle}，${report.periodTitle}`,
    `${report.createdBy} ${wordInstant(report.createdAt)} 生成`,
    report.publishedAt && `${wordInstant(report.publishedAt)} 定稿`,
  ]
    .filter(Boolean)
    .join(' · ')

const Report = ({ report }: { report: ReportView }) => {
  const { verify, verifying, problem, results } = useVerification(report)
  return (
    <Page
      title={report.title}
      lead={wordMade(report)}
      actions={<ReportActions report={report} verify={verify} verifying={verifying} />}
      side={
        <>
          <ProblemAlert problem={problem} />
          {results && (
            <Section title="与台账核对">
              <VerdictList results={results} />
            </Section>
          )}
          <FigureList report={report} />
        </>
      }
    >
      {report.state === 'superseded' && (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              这一版已被更正取代，请看
              {report.successor ? (
                <PageLink to={`/reports/${report.successor}`}>新的一版</PageLink>
              ) : (
                '新的一版'
              )}
              。
            </>
          }
        />
      )}
      {report.reason !== '' && <p className="quiet">更正的原因：{report.reason}</p>}
      <ReportPaper report={report} />
    </Page>
  )
}

/** A report as it will be printed; every number in it can be asked where it comes from. */
const ReportPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: report, error, refetch } = useRoute(getReport, { params: { id } })
  if (!report) {
    return (
      <Page title="汇报" lead={<PageLink to="/reports">全部汇报</PageLink>}>
        <ProblemAlert problem={error} retry={() => void refetch()} />
        {!error && <Loading lines={10} />}
      </Page>
    )
  }
  return (
    <div className="report-page">
      <Report key={report.id} report={report} />
    </div>
  )
}

export default ReportPage
