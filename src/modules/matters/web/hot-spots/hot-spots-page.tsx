import { Select } from 'antd'
import { useId } from 'react'
import { formatDateChinese } from '../../../../core/time/index.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { usePageSearch, useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { categories } from '../../category/categories.ts'
import { fewestMatters, getHotSpots } from '../../contract-hot-spots.ts'
import '../matters.css'
import { ViewLinks } from '../view-links.tsx'
import { DismissedList, TaskList } from './decided-lists.tsx'
import { SpotList } from './spot-list.tsx'
import { SpotMap } from './spot-map.tsx'

const periods = [30, 90, 180, 365]
const usual = 90

const Filters = ({ days, category }: { days: number; category: string | undefined }) => {
  const id = useId()
  const set = useSetPageSearch()
  const { area } = useViewpoint()
  return (
    <div className="matter-filters">
      <nav className="state-chips" aria-label="从什么时候数起">
        {periods.map((each) => (
          <PageLink
            key={each}
            to="/matters/hot-spots"
            search={{ area, category, days: each === usual ? undefined : String(each) }}
            className={each === days ? 'state-chip current' : 'state-chip'}
            aria-current={each === days ? 'true' : undefined}
          >
            近 {each} 天
          </PageLink>
        ))}
      </nav>
      <label htmlFor={id} className="visually-hidden">
        类别
      </label>
      <Select
        id={id}
        allowClear
        className="hot-spot-category"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部类别"
        value={category ?? null}
        options={categories.map(({ code, title }) => ({ value: code, label: title }))}
        onChange={(chosen: string | null) => set({ category: chosen ?? undefined })}
      />
    </div>
  )
}

/** 重复问题: where the same keeps coming from one place; a person decides whether it is dealt with for good. */
const HotSpotsPage = () => {
  const { area } = useViewpoint()
  const { days: asked, category } = usePageSearch()
  const days = periods.find((each) => String(each) === asked) ?? usual
  const { data, error, refetch } = useRoute(
    getHotSpots,
    { query: { area, category, days } },
    { keepPrevious: true },
  )
  return (
    <Page
      title="重复问题"
      lead={`同一社区、同一处地方、同一类别，${data ? `${formatDateChinese(data.from)}以来` : `近 ${days} 天`}有 ${fewestMatters} 件以上的；要不要长期治理，由人决定。`}
      side={
        data &&
        data.tasks.length + data.dismissed.length > 0 && (
          <>
            {data.tasks.length > 0 && (
              <Section title="正在长期治理">
                <TaskList tasks={data.tasks} />
              </Section>
            )}
            {data.dismissed.length > 0 && (
              <Section title="决定不作长期治理的">
                <DismissedList spots={data.dismissed} />
              </Section>
            )}
          </>
        )
      }
    >
      <ViewLinks current="/matters/hot-spots" />
      <Filters days={days} category={category} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={8} />}
      {data && data.spots.length === 0 && (
        <EmptyState
          title="没有反复出现的问题。"
          hint={`同一处的同一类诉求满 ${fewestMatters} 件，就会列在这里，可以转为一件长期治理。`}
        />
      )}
      {data && data.spots.length > 0 && (
        <>
          <Section title={`${data.spots.length} 处`}>
            <SpotList spots={data.spots} />
          </Section>
          <SpotMap area={area} spots={data.spots} />
        </>
      )}
    </Page>
  )
}

export default HotSpotsPage
