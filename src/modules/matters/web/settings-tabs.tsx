import type { Right } from '../../../platform/contract/right.ts'
import { PageLink } from '../../../platform/web/address/page-link.tsx'
import { useMay } from '../../../platform/web/session/use-me.ts'

const tabs: readonly { path: string; title: string; right: Right | 'signedIn' }[] = [
  { path: '/settings/units', title: '科室和派发', right: 'signedIn' },
  { path: '/settings/public-page', title: '网上反映', right: 'staff.manage' },
]

/** The pages on which the handling of matters is set up, those that one's posts need. */
export const SettingsTabs = ({ current }: { current: string }) => {
  const may = useMay()
  return (
    <nav className="tabs" aria-label="诉求的设置">
      {tabs
        .filter(({ right }) => may(right))
        .map(({ path, title }) => (
          <PageLink
            key={path}
            to={path}
            className={path === current ? 'tab current' : 'tab'}
            aria-current={path === current ? 'true' : undefined}
          >
            {title}
          </PageLink>
        ))}
    </nav>
  )
}
