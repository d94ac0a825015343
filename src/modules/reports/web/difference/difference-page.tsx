import { Radio } from 'antd'
import { useId } from 'react'
import { addDays, sameDayLastYear } from '../../../../core/time/date-arithmetic.ts'
import { formatDateChinese } from '../../../../core/time/format-date.ts'
import { getDifference } from '../../../../platform/contract/differences.ts'
import type { MetricView } from '../../../../platform/contract/figures.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { usePageSearch, useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { wordDifference } from '../../../../platform/web/lens/word-difference.ts'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { NoMetric } from '../metrics/no-metric.tsx'
import { useMetric } from '../metrics/use-metric.ts'
import { CauseRecords } from './cause-records.tsx'
import { CauseTable } from './cause-table.tsx'
import './difference.css'

type Part = 'numerator' | 'denominator'

/** Days that one compares with, beside any day of one's own. */
const usual = (day: string) => [
  { value: addDays(`${day.slice(0, 8)}01`, -1), label: '上月末' },
  { value: addDays(`${day.slice(0, 4)}-01-01`, -1), label: '去年年底' },
  { value: sameDayLastYear(day), label: '去年同日' },
]

const Compared = ({ since, day }: { since: string; day: string }) => {
  const setSearch = useSetPageSearch()
  const id = useId()
  const compare = (value: string) => setSearch({ since: value || undefined, cause: undefined })
  return (
    <div className="difference-since">
      <Radio.Group
        optionType="button"
        aria-label="与哪一天相比"
        value={since}
        options={usual(day)}
        onChange={(event) => compare(event.target.value as string)}
      />
      <div className="field">
        <label htmlFor={id}>或者与这一天相比</label>
        <DateField id={id} value={since} max={addDays(day, -1)} onChange={compare} />
      </div>
    </div>
  )
}

const Difference = ({ metric }: { metric: MetricView }) => {
  const { query, day, areaName } = useViewpoint()
  const search = usePageSearch()
  const setSearch = useSetPageSearch()
  const since = search.since ?? usual(day)[0]!.value
  const ratio = metric.kind === 'ratio'
  const part: Part | undefined = !ratio
    ? undefined
    : search.part === 'denominator'
      ? 'denominator'
      : 'numerator'
  const asked = { params: { metric: metric.name }, query: { ...query, since, part } }
  const { data, error, refetch } = useRoute(getDifference, asked, { keepPrevious: true })
  const cause = data?.causes.find(({ code }) => code === search.cause)
  return (
    <Page
      title={`${metric.title}为什么变了`}
      lead={
        <>
          <PageLink to={`/metrics/${metric.name}`}>看这个指标</PageLink> · {areaName}，
          {formatDateChinese(since)}至{formatDateChinese(day)}
        </>
      }
    >
      <Compared since={since} day={day} />
      {ratio && (
        <Radio.Group
          optionType="button"
          aria-label="看哪一部分"
          value={part}
          options={[
            { value: 'numerator', label: '分子的变化' },
            { value: 'denominator', label: '分母的变化' },
          ]}
          onChange={(event) => setSearch({ part: event.target.value as string, cause: undefined })}
        />
      )}
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={6} />}
      {data && (
        <>
          <p className="records-sentence">
            {data.areaName}，{data.title}：{wordDifference(data)}。
          </p>
          <CauseTable difference={data} chosen={cause?.code} />
          {data.causes.length === 0 && (
            <EmptyState
              title="这段时间里没有人进出，也没有更正。"
              hint="换一天比一比，或者换一个区域看看。"
            />
          )}
        </>
      )}
      {cause && (
        <Section title={`${cause.title}的记录`}>
          <CauseRecords
            key={`${cause.code} ${since} ${day} ${query.area} ${part}`}
            asked={asked}
            cause={cause.code}
            of={metric.of}
          />
        </Section>
      )}
    </Page>
  )
}

/** Why a number is not what it was on an earlier day: by cause, adding up, with the records. */
const DifferencePage = () => {
  const { metric, ...rest } = useMetric()
  return metric ? <Difference key={metric.name} metric={metric} /> : <NoMetric {...rest} />
}

export default DifferencePage
