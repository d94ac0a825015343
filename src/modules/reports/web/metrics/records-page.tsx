import { Radio } from 'antd'
import { useMemo } from 'react'
import { formatDateChinese } from '../../../../core/time/format-date.ts'
import { getFigures, getMetricRecords, type MetricView } from '../../../../platform/contract/figures.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { usePageSearch, useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { RecordTable } from '../../../../platform/web/table/record-table.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { wordNumber } from '../../../../platform/web/wording/word-number.ts'
import { recordPage } from '../../../registry/index.ts'
import './metrics.css'
import { metricRecords, type Part } from './metric-records.ts'
import { NoMetric } from './no-metric.tsx'
import { useMetric } from './use-metric.ts'

const wordWhen = (from: string | undefined, day: string): string =>
  from ? `${formatDateChinese(from)}至${formatDateChinese(day)}` : formatDateChinese(day)

/** A count says its total in the sentence above; of a ratio the part looked at has one of its own. */
const PartTotal = ({ part, total }: { part: Part | undefined; total: number }) =>
  part && (
    <p className="total" role="status">
      {part === 'numerator' ? '分子' : '分母'}共 {wordNumber(total)} 条记录
    </p>
  )

const Records = ({ metric }: { metric: MetricView }) => {
  const view = useViewpoint()
  const search = usePageSearch()
  const setSearch = useSetPageSearch()
  const part: Part = search.part === 'denominator' ? 'denominator' : 'numerator'
  const { from, knownAt } = search
  const ratio = metric.kind === 'ratio'
  const source = useMemo(
    () => metricRecords(metric.name, { from, knownAt, part: ratio ? part : undefined }),
    [metric.name, from, knownAt, ratio, part],
  )
  // The parts of a ratio may be counted in different ledgers.
  const first = useRoute(
    getMetricRecords,
    { params: { metric: metric.name }, query: { ...view.query, from, knownAt, part, limit: 1 } },
    { enabled: ratio },
  )
  const definition = ratio ? first.data?.definition : metric.of
  const { data, error } = useRoute(getFigures, { query: { names: metric.name, ...view.query, from } })
  const figure = data?.figures[0]
  return (
    <Page
      title={`${metric.title}的记录`}
      lead={<PageLink to={`/metrics/${metric.name}`}>看这个指标</PageLink>}
    >
      <p className="records-sentence">
        {wordWhen(from, view.day)}，{figure?.areaName ?? view.areaName}，{metric.title}：{ratio ? '' : '共 '}
        {figure?.value === null && '无法得出'}
        {figure && figure.value !== null && (
          <SourceLens figure={figure} label={`${metric.title} ${figure.text}${metric.unit}，查看出处`} />
        )}{' '}
        {metric.unit}
      </p>
      <ProblemAlert problem={error ?? first.error} />
      {ratio && (
        <Radio.Group
          optionType="button"
          aria-label="看哪一部分的记录"
          value={part}
          options={[
            { value: 'numerator', label: '分子的记录' },
            { value: 'denominator', label: '分母的记录' },
          ]}
          onChange={(event) => setSearch({ part: event.target.value as string, open: undefined })}
        />
      )}
      {definition && (
        <RecordTable
          key={part}
          definition={definition}
          source={source}
          page={(row) => recordPage(definition, row.id)}
          total={(total) => <PartTotal part={ratio ? part : undefined} total={total} />}
          empty={{ title: '这个数字后面没有记录。', hint: '换一天或换一个区域看看。' }}
        />
      )}
    </Page>
  )
}

/** The records behind a number: who or what was counted. */
const RecordsPage = () => {
  const { metric, ...rest } = useMetric()
  return metric ? <Records key={metric.name} metric={metric} /> : <NoMetric {...rest} />
}

export default RecordsPage
