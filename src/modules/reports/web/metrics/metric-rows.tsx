import type { Figure, MetricView } from '../../../../platform/contract/figures.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import { wordChange } from '../../../../platform/web/lens/word-change.ts'

const Value = ({ metric, figure }: { metric: MetricView; figure: Figure | undefined }) => {
  if (!figure) return <span className="quiet">…</span>
  if (figure.value === null) return <span className="quiet">无法得出</span>
  return (
    <>
      <SourceLens figure={figure} label={`${metric.title} ${figure.text}${metric.unit}，查看出处`} />
      <span className="quiet"> {metric.unit}</span>
    </>
  )
}

const wordFigureChange = (figure: Figure | undefined): string => {
  if (!figure) return ''
  if (figure.value === null || figure.lastYear === null) return '没有去年同期可比'
  return wordChange(figure.value, figure.lastYear, figure.unit)
}

interface MetricRowsProps {
  title: string
  metrics: readonly MetricView[]
  figures: readonly Figure[]
}

/** Metrics as lines: what it is called, how much it is, how it changed, what it means. */
export const MetricRows = ({ title, metrics, figures }: MetricRowsProps) => (
  <table className="metric-rows">
    <caption className="visually-hidden">{title}</caption>
    <thead className="visually-hidden">
      <tr>
        <th scope="col">指标</th>
        <th scope="col">数值</th>
        <th scope="col">与去年同期比</th>
        <th scope="col">口径</th>
      </tr>
    </thead>
    <tbody>
      {metrics.map((metric) => {
        const figure = figures.find((one) => one.metric === metric.name)
        return (
          <tr key={metric.name}>
            <th scope="row">
              <PageLink to={`/metrics/${metric.name}`}>{metric.title}</PageLink>
            </th>
            <td className="metric-value">
              <Value metric={metric} figure={figure} />
            </td>
            <td className="metric-change">{wordFigureChange(figure)}</td>
            <td className="quiet">{metric.description}</td>
          </tr>
        )
      })}
    </tbody>
  </table>
)
