import { useParams } from '@tanstack/react-router'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { TabLinks, useTab } from '../../../../platform/web/page/tab-links.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { listUpkeep } from '../../contract.ts'
import { ConfirmDue } from './confirm-due.tsx'
import { Proposals } from './proposals.tsx'
import './upkeep.css'

const withCount = (title: string, count: number | undefined) => (count ? `${title}（${count}）` : title)

/** 进出和核实: who should be entered, what should be taken out, what is due to be looked up again. */
const UpkeepPage = () => {
  const { name = '' } = useParams({ strict: false }) as { name?: string }
  const definition = useDefinition(name)
  const { area, past } = useViewpoint()
  const { data, error } = useRoute(listUpkeep, { query: { area } }, { keepPrevious: true })
  const kept = data?.ledgers.find((one) => one.name === name)
  const path = `/ledgers/${name}/upkeep`
  const tabs = [
    { key: 'enter', title: withCount('应进未进', kept?.enter) },
    { key: 'leave', title: withCount('应出未出', kept?.leave) },
    { key: 'confirm', title: withCount('该核实的', kept?.overdue) },
  ]
  const tab = useTab(tabs)
  if (!definition) return <Loading lines={6} />
  return (
    <Page
      title={`${definition.title}的进出和核实`}
      lead={<PageLink to={`/ledgers/${name}`}>{definition.title}</PageLink>}
    >
      {past ? (
        <EmptyState title="进出和核实只看今天。" hint="请先在上方把日期换回今天。" />
      ) : (
        <>
          <TabLinks label="要处理的" tabs={tabs} path={path} />
          <ProblemAlert problem={error} />
          {tab !== 'confirm' && (
            <Proposals key={tab} definition={definition} kind={tab === 'leave' ? 'leave' : 'enter'} />
          )}
          {tab === 'confirm' && kept && kept.upkeep && (
            <ConfirmDue definition={definition} upkeep={kept.upkeep} />
          )}
          {tab === 'confirm' && kept && !kept.upkeep && (
            <EmptyState title="这本台账没有规定核实周期。" hint="自建的台账可以在“调整”里规定。" />
          )}
        </>
      )}
    </Page>
  )
}

export default UpkeepPage
