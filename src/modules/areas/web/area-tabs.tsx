import type { Right } from '../../../platform/contract/right.ts'
import { PageLink } from '../../../platform/web/address/page-link.tsx'
import { useMay } from '../../../platform/web/session/use-me.ts'
import './areas.css'

const tabs: readonly { path: string; title: string; right: Right | 'signedIn' }[] = [
  { path: '/areas', title: '网格地图', right: 'signedIn' },
  { path: '/areas/coverage', title: '覆盖情况', right: 'registry.read' },
  { path: '/areas/roster', title: '值班表', right: 'registry.read' },
  { path: '/areas/change', title: '调整网格', right: 'area.manage' },
  { path: '/settings/staff', title: '岗位人员', right: 'staff.manage' },
]

/** The pages about areas and posts, those that one's posts need. */
export const AreaTabs = ({ current }: { current: string }) => {
  const may = useMay()
  return (
    <nav className="tabs area-tabs" aria-label="辖区网格的页面">
      {tabs
        .filter((tab) => may(tab.right))
        .map((tab) => (
          <PageLink
            key={tab.path}
            to={tab.path}
            className={tab.path === current ? 'tab current' : 'tab'}
            aria-current={tab.path === current ? 'true' : undefined}
          >
            {tab.title}
          </PageLink>
        ))}
    </nav>
  )
}
