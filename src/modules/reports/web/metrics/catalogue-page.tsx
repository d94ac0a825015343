import { Input } from 'antd'
import { useState } from 'react'
import { formatDateChinese } from '../../../../core/time/format-date.ts'
import { getFigures, listMetrics } from '../../../../platform/contract/figures.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { groupMetrics, type MetricGroup } from './group-metrics.ts'
import { MetricRows } from './metric-rows.tsx'
import './metrics.css'

interface GroupProps {
  group: MetricGroup
  query: ReturnType<typeof useViewpoint>['query']
}

// The catalogue grows with every ledger: each group asks for its own figures, and is drawn as soon as they come.
const GroupSection = ({ group: { title, names, metrics }, query }: GroupProps) => {
  const figures = useRoute(
    getFigures,
    { query: { names: names.join(','), ...query } },
    { keepPrevious: true },
  )
  return (
    <Section title={title} extra={<span className="quiet">{metrics.length} 个</span>}>
      <ProblemAlert problem={figures.error} retry={() => void figures.refetch()} />
      <MetricRows title={title} metrics={metrics} figures={figures.data?.figures ?? []} />
    </Section>
  )
}

/** 指标目录: every metric with its value for the area and the day looked at, by the ledger it counts. */
const CataloguePage = () => {
  const view = useViewpoint()
  const [text, setText] = useState('')
  const asked = useRoute(listMetrics)
  const metrics = asked.data?.metrics ?? []
  const groups = groupMetrics(metrics, text)
  return (
    <Page title="指标目录" lead={`${view.areaName}，${formatDateChinese(view.day)}`}>
      <Input.Search
        className="metric-search"
        allowClear
        aria-label="在目录中查找指标"
        placeholder="名称、别名或口径里的字"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemAlert problem={asked.error} retry={() => void asked.refetch()} />
      {asked.isPending && !asked.error && <Loading lines={10} />}
      {asked.data && groups.length === 0 && (
        <EmptyState
          title={text === '' ? '这里会列出全部指标。' : `没有含“${text}”的指标。`}
          hint={text === '' ? '还没有定义指标。' : '换个写法，或只输入一两个字。'}
        />
      )}
      {groups.map((group) => (
        <GroupSection key={group.title} group={group} query={view.query} />
      ))}
    </Page>
  )
}

export default CataloguePage
