import { PageLink } from '../../../platform/web/address/page-link.tsx'
import type { Search } from '../../../platform/web/address/use-address.ts'
import './quick-filters.css'

/** Filters that are asked for every day, one tap each; the filter bar shows what is in force. */
export const QuickFilters = ({ filters }: { filters: readonly { title: string; search: Search }[] }) => (
  <nav className="quick-filters" aria-label="常用筛选">
    {filters.map(({ title, search }) => (
      <PageLink key={title} to="/registry" search={search}>
        {title}
      </PageLink>
    ))}
  </nav>
)
