import { lazy, Suspense } from 'react'
import { getBreakdown, type MetricView } from '../../../../platform/contract/figures.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { wordNumber } from '../../../../platform/web/wording/word-number.ts'

const BarChart = lazy(async () => ({
  default: (await import('../../../../platform/web/chart/bar-chart.tsx')).BarChart,
}))

/** More bars than this say less than the table below them. */
const drawn = 16

interface BreakdownProps {
  metric: MetricView
  by: string
  byTitle: string
  from: string | undefined
}

/** A metric by one dimension, or by the areas one level below: bars, and a table whose numbers have the lens. */
export const Breakdown = ({ metric, by, byTitle, from }: BreakdownProps) => {
  const { query, areaName, day } = useViewpoint()
  const { data, error } = useRoute(getBreakdown, {
    params: { metric: metric.name },
    query: { ...query, from, by },
  })
  const groups = data?.groups ?? []
  const lensFor = ({ key, title, value }: (typeof groups)[number]) =>
    by === 'area'
      ? { metric: metric.name, area: key, asOf: query.asOf, from }
      : {
          stated: {
            title: `${metric.title}：${title}`,
            text: wordNumber(value ?? 0),
            unit: metric.unit,
            description: `${metric.description}其中${byTitle}为“${title}”的。`,
            areaName,
            asOf: day,
          },
        }
  return (
    <section className="breakdown" aria-label={`按${data?.byTitle ?? byTitle}分`}>
      <h3>按{data?.byTitle ?? byTitle}</h3>
      <ProblemAlert problem={error} />
      {!data && !error && <Loading lines={5} />}
      {data && groups.length === 0 && <p className="quiet">没有可分的组。</p>}
      {groups.length > 0 && (
        <>
          <Suspense fallback={<Loading lines={5} />}>
            <BarChart
              unit={metric.unit}
              label={`${metric.title}按${data?.byTitle}分组`}
              groups={groups.slice(0, drawn)}
            />
          </Suspense>
          <table className="breakdown-table">
            <thead>
              <tr>
                <th scope="col">{data?.byTitle}</th>
                <th scope="col" className="numeric">
                  {metric.title}（{metric.unit}）
                </th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={group.key}>
                  <th scope="row">{group.title}</th>
                  <td className="numeric">
                    {group.value === null ? (
                      '无法得出'
                    ) : (
                      <SourceLens
                        {...lensFor(group)}
                        label={`${group.title} ${wordNumber(group.value)}${metric.unit}，查看出处`}
                      >
                        {wordNumber(group.value)}
                      </SourceLens>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
