import { formatDateChinese } from '../../../core/time/format-date.ts'
import { type Figure, getTrend } from '../../contract/figures.ts'
import { PageLink } from '../address/page-link.tsx'
import { useRoute } from '../api/use-route.ts'
import { Spark } from '../chart/spark.tsx'
import { wordInstant } from '../wording/word-instant.ts'
import { wordNumber } from '../wording/word-number.ts'
import { DifferenceExplained } from './difference-explained.tsx'
import { wordChange } from './word-change.ts'

const months = 24

const Trend = ({ figure }: { figure: Figure }) => {
  const { data } = useRoute(getTrend, {
    params: { metric: figure.metric },
    query: { area: figure.area, asOf: figure.asOf, months },
  })
  const told = data?.points.filter((point) => point.value !== null) ?? []
  const first = told[0]
  return (
    <figure className="lens-trend">
      {told.length > 1 && (
        <Spark height={64} label={`${figure.title}近 ${months} 个月的走势`} points={data?.points ?? []} />
      )}
      <figcaption>
        {first && told.length > 1
          ? `自${formatDateChinese(first.on)}以来，每月月末`
          : data
            ? '还没有足够的历史可画走势'
            : ' '}
      </figcaption>
    </figure>
  )
}

const recordsSearch = (figure: Figure) => ({
  area: figure.area,
  asOf: figure.asOf,
  from: figure.from ?? undefined,
})

/** What a figure means, where it holds, how it went, and the way to its records. */
export const FigureExplained = ({ figure }: { figure: Figure }) => (
  <>
    <h2>{figure.title}</h2>
    <p className="lens-value">
      {figure.value === null ? '无法得出' : figure.text}
      {figure.value !== null && <span className="lens-unit">{figure.unit}</span>}
    </p>
    {figure.value !== null && figure.lastYear !== null && (
      <p className="lens-change">
        {wordChange(figure.value, figure.lastYear, figure.unit)}(去年 {wordNumber(figure.lastYear)}
        {figure.unit})
      </p>
    )}
    <Trend figure={figure} />
    <dl className="facts">
      <div>
        <dt>口径</dt>
        <dd>{figure.description}</dd>
      </div>
      {figure.numerator !== null && figure.denominator !== null && (
        <div>
          <dt>算法</dt>
          <dd>
            {wordNumber(figure.numerator)} ÷ {wordNumber(figure.denominator)}
          </dd>
        </div>
      )}
      <div>
        <dt>区域</dt>
        <dd>{figure.areaName}</dd>
      </div>
      <div>
        <dt>{figure.from ? '期间' : '截至'}</dt>
        <dd>
          {figure.from
            ? `${formatDateChinese(figure.from)}至${formatDateChinese(figure.asOf)}`
            : formatDateChinese(figure.asOf)}
        </dd>
      </div>
      <div>
        <dt>取数</dt>
        <dd>{wordInstant(figure.knownAt)}</dd>
      </div>
    </dl>
    {figure.value !== null && figure.from === null && figure.denominator === null && (
      <DifferenceExplained figure={figure} />
    )}
    <p className="lens-links">
      <PageLink to={`/metrics/${figure.metric}/records`} search={recordsSearch(figure)}>
        查看记录
      </PageLink>
      <PageLink to={`/metrics/${figure.metric}`} search={{ area: figure.area, asOf: figure.asOf }}>
        看这个指标
      </PageLink>
      {figure.from === null && (
        <PageLink
          to={`/metrics/${figure.metric}/difference`}
          search={{ area: figure.area, asOf: figure.asOf }}
        >
          为什么变了
        </PageLink>
      )}
    </p>
  </>
)
