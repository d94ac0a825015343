import { Button } from 'antd'
import { useState } from 'react'
import { addDays } from '../../../../core/time/date-arithmetic.ts'
import { formatDateChinese } from '../../../../core/time/index.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { usePageSearch } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { fillDuty, getRoster } from '../../roster-contract.ts'
import { AreaTabs } from '../area-tabs.tsx'
import { RosterTable } from './roster-table.tsx'
import { RuleForm } from './rule-form.tsx'
import { SwapForm } from './swap-form.tsx'

const span = 14
const communityLength = 12

/** Rosters are kept by community; a grid worker sees that of theirs. */
const useRosterArea = (): string => {
  const { area } = useViewpoint()
  const { posts } = useMe()
  return area ?? posts.map((post) => post.area).toSorted((a, b) => a.length - b.length)[0] ?? ''
}

/** 值班表: who is on duty when, and where people are missing. A plan; nobody checks in. */
const RosterPage = () => {
  const area = useRosterArea()
  const { past, today } = useViewpoint()
  const { from, edit } = usePageSearch()
  const [swapping, setSwapping] = useState(false)
  const query = { days: span, ...(from ? { from } : {}) }
  const { data, error, refetch } = useRoute(getRoster, { params: { area }, query }, { keepPrevious: true })
  const fill = useAction(fillDuty)
  if (error)
    return (
      <Page title="值班表">
        <AreaTabs current="/areas/roster" />
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </Page>
    )
  if (!data) return <Loading lines={10} />
  const [first, last] = [data.days[0]!.day, data.days.at(-1)!.day]
  const planning = data.mayPlan && !past
  const gaps = data.gaps.filter(({ day }) => day >= today)
  return (
    <Page
      title="值班表"
      lead={`${data.areaName}，${formatDateChinese(first)}至${formatDateChinese(last)}。${data.standard ? '每天至少两人，早晚各一班；可以自己设置班次。' : ''}`}
      actions={
        <span className="roster-names no-print">
          {planning && (
            <Button
              type="primary"
              loading={fill.sending}
              disabled={gaps.length === 0}
              onClick={() => void fill.send({ area, from: first, days: span }).catch(() => undefined)}
            >
              自动补齐
            </Button>
          )}
          {planning && <Button onClick={() => setSwapping(!swapping)}>换班</Button>}
          <Button onClick={() => window.print()}>打印</Button>
          <Button href={`/api/rosters/${area}/${first}/${span}.xlsx`}>导出</Button>
        </span>
      }
    >
      <AreaTabs current="/areas/roster" />
      <nav className="roster-names no-print" aria-label="换一段时间">
        <PageLink to="/areas/roster" search={{ from: addDays(first, -span) }}>
          前两周
        </PageLink>
        <PageLink to="/areas/roster">本周起</PageLink>
        <PageLink to="/areas/roster" search={{ from: addDays(first, span) }}>
          后两周
        </PageLink>
        {planning && area.length <= communityLength && (
          <PageLink
            to="/areas/roster"
            search={{ ...(from ? { from } : {}), edit: edit === '1' ? undefined : '1' }}
          >
            {edit === '1' ? '收起班次设置' : '设置班次'}
          </PageLink>
        )}
      </nav>
      <ProblemAlert problem={fill.problem} />
      {edit === '1' && planning && <RuleForm key={area} area={area} rule={data.rule} />}
      {swapping && planning && <SwapForm roster={data} close={() => setSwapping(false)} />}
      <p role="status" className={gaps.length > 0 ? 'overdue' : 'quiet'}>
        {gaps.length > 0 ? `还有 ${gaps.length} 处缺人。` : '今天起每天人都够。'}
      </p>
      <RosterTable roster={data} planning={planning} />
    </Page>
  )
}

export default RosterPage
