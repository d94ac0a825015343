import { lazy, Suspense } from 'react'
import { formatDateChinese } from '../../../../core/time/format-date.ts'
import { getFigures, getTrend, type MetricView } from '../../../../platform/contract/figures.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { HeadlineFigure } from '../../../../platform/web/lens/headline-figure.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { Breakdown } from './breakdown.tsx'
import { FlowPeriod, useFlowStart } from './flow-period.tsx'
import { MetricFacts } from './metric-facts.tsx'
import './metrics.css'
import { NoMetric } from './no-metric.tsx'
import { useMetric } from './use-metric.ts'

const TrendChart = lazy(async () => ({
  default: (await import('../../../../platform/web/chart/trend-chart.tsx')).TrendChart,
}))

const months = 24

const Trend = ({ metric }: { metric: MetricView }) => {
  const { query } = useViewpoint()
  const { data, error } = useRoute(getTrend, {
    params: { metric: metric.name },
    query: { ...query, months },
  })
  const points = data?.points ?? []
  if (error) return <ProblemAlert problem={error} />
  if (!data) return <Loading lines={5} />
  if (points.filter(({ value }) => value !== null).length < 2)
    return <p className="quiet">记录还不足两个月，画不出走势。</p>
  return (
    <Suspense fallback={<Loading lines={5} />}>
      <TrendChart
        unit={metric.unit}
        label={`${metric.title}近 ${months} 个月的走势`}
        series={[{ title: metric.title, points }]}
      />
    </Suspense>
  )
}

const Metric = ({ metric }: { metric: MetricView }) => {
  const { query, areaName, day } = useViewpoint()
  const start = useFlowStart(day)
  const from = metric.flow === 'stock' ? undefined : start
  const { data, error } = useRoute(
    getFigures,
    { query: { names: metric.name, ...query, from } },
    { keepPrevious: true },
  )
  const figure = data?.figures[0]
  return (
    <Page
      title={metric.title}
      lead={
        <>
          <PageLink to="/metrics">指标目录</PageLink> · {areaName}，{formatDateChinese(day)}
        </>
      }
      actions={
        <>
          {metric.flow === 'stock' && (
            <PageLink to={`/metrics/${metric.name}/difference`}>为什么变了</PageLink>
          )}
          <PageLink to={`/metrics/${metric.name}/records`} search={{ from }}>
            查看记录
          </PageLink>
        </>
      }
    >
      {metric.flow !== 'stock' && <FlowPeriod day={day} />}
      <ProblemAlert problem={error} />
      <div className="metric-head">
        {figure ? <HeadlineFigure figure={figure} /> : <Loading lines={3} />}
        <MetricFacts metric={metric} />
      </div>
      <Section title={`近 ${months} 个月`}>
        <Trend metric={metric} />
      </Section>
      <Section title="分组">
        <div className="breakdowns">
          {[{ key: 'area', title: '区域' }, ...metric.by.filter(({ key }) => key !== 'area')].map(
            ({ key, title }) => (
              <Breakdown key={key} metric={metric} by={key} byTitle={title} from={from} />
            ),
          )}
        </div>
      </Section>
    </Page>
  )
}

/** One metric: what it means, how much it is, how it went, and what it is made of. */
const MetricPage = () => {
  const { metric, ...rest } = useMetric()
  return metric ? <Metric key={metric.name} metric={metric} /> : <NoMetric {...rest} />
}

export default MetricPage
