import { formatDateChinese } from '../../../core/time/format-date.ts'
import { EmptyState } from '../feedback/empty-state.tsx'
import { Loading } from '../feedback/loading.tsx'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { HeadlineFigure } from '../lens/headline-figure.tsx'
import { Page } from '../page/page.tsx'
import { Section } from '../page/section.tsx'
import { useMay, useMe } from '../session/use-me.ts'
import { useViewpoint } from '../viewpoint/use-viewpoint.ts'
import { TodoList } from './todo-list.tsx'
import { useHeadlines } from './use-headlines.ts'
import { useAllTodos } from './use-todos.ts'

const Standing = () => {
  const { figures, pending, error } = useHeadlines()
  const { areaName, day } = useViewpoint()
  return (
    <Section
      title="我们怎么样"
      extra={<span className="quiet">{`${areaName}，${formatDateChinese(day)}`}</span>}
    >
      <ProblemAlert problem={error} />
      {pending && <Loading lines={3} />}
      {!pending && !error && figures.length === 0 && (
        <EmptyState title="还没有可看的指标。" hint="登记居民和台账以后，数字会自己出现。" />
      )}
      {figures.length > 0 && (
        <div className="headlines">
          {figures.map((figure) => (
            <HeadlineFigure key={figure.metric} figure={figure} />
          ))}
        </div>
      )}
    </Section>
  )
}

/** 工作台: three questions in this order, no decoration. */
const DeskPage = () => {
  const { name, today } = useMe()
  const { mine, waiting } = useAllTodos()
  const may = useMay()
  return (
    <Page title="工作台" lead={`${name}，今天是${formatDateChinese(today)}`}>
      <Section title="今天要做的">
        {mine.length === 0 ? (
          <EmptyState title="今天没有到期的事。" hint="没填完的表、有错的导入、到期的任务会出现在这里。" />
        ) : (
          <TodoList todos={mine} today={today} />
        )}
      </Section>
      <Section title="在等别人的">
        {waiting.length === 0 ? (
          <p className="quiet">没有在等的事。</p>
        ) : (
          <TodoList todos={waiting} today={today} />
        )}
      </Section>
      {may('metric.read') && <Standing />}
    </Page>
  )
}

export default DeskPage
