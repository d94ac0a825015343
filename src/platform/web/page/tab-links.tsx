import { PageLink } from '../address/page-link.tsx'
import { usePageSearch } from '../address/use-address.ts'

interface TabLinksProps {
  label: string
  /** The first is shown where the address names none. */
  tabs: readonly { key: string; title: string }[]
  path: string
}

/** The tab that the address names under `tab`. */
export const useTab = (tabs: TabLinksProps['tabs']): string => {
  const { tab } = usePageSearch()
  return tabs.find((one) => one.key === tab)?.key ?? tabs[0]!.key
}

/** Tabs of a page, held in the address. Filters of the former tab are left behind. */
export const TabLinks = ({ label, tabs, path }: TabLinksProps) => {
  const current = useTab(tabs)
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab, index) => (
        <PageLink
          key={tab.key}
          to={path}
          search={index === 0 ? {} : { tab: tab.key }}
          className={tab.key === current ? 'tab current' : 'tab'}
          aria-current={tab.key === current ? 'true' : undefined}
        >
          {tab.title}
        </PageLink>
      ))}
    </nav>
  )
}
