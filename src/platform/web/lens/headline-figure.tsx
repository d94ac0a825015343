import { type Figure, getTrend } from '../../contract/figures.ts'
import { useRoute } from '../api/use-route.ts'
import { Spark } from '../chart/spark.tsx'
import { SourceLens } from './source-lens.tsx'
import { wordChange } from './word-change.ts'

/** A figure drawn large, with its trend and its change on last year: for the desk and a metric's page. */
export const HeadlineFigure = ({ figure }: { figure: Figure }) => {
  const { data } = useRoute(getTrend, {
    params: { metric: figure.metric },
    query: { area: figure.area, asOf: figure.asOf, months: 24 },
  })
  const points = data?.points ?? []
  return (
    <div className="headline">
      <p className="headline-title">{figure.title}</p>
      <p className="headline-value">
        {figure.value === null ? (
          '无法得出'
        ) : (
          <>
            <SourceLens figure={figure} label={`${figure.title} ${figure.text}${figure.unit}，查看出处`} />
            <span className="headline-unit">{figure.unit}</span>
          </>
        )}
      </p>
      <p className="headline-change">
        {figure.value !== null && figure.lastYear !== null
          ? wordChange(figure.value, figure.lastYear, figure.unit)
          : '没有去年同期可比'}
      </p>
      <div className="headline-trend">
        {points.filter((point) => point.value !== null).length > 1 && (
          <Spark height={44} label={`${figure.title}近 24 个月的走势`} points={points} />
        )}
      </div>
    </div>
  )
}
