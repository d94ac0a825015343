import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { usePageSearch } from '../../../../platform/web/address/use-address.ts'
import { type State, states } from '../../life/states.ts'

const open = (Object.keys(states) as State[]).filter((state) => state !== 'closed')

/** States with how many stand in each; one at a time, held in the address. */
export const StateFilter = ({ counts }: { counts: Record<string, number> }) => {
  const { state, overdue, today, tab, q, body } = usePageSearch()
  const link = (
    key: string,
    title: string,
    count: number,
    search: Record<string, string | undefined>,
    on: boolean,
  ) => (
    <PageLink
      key={key}
      to="/matters"
      search={{ tab, q, body, ...(on ? {} : search) }}
      className={on ? 'state-chip current' : 'state-chip'}
      aria-current={on ? 'true' : undefined}
    >
      {title} <b>{count}</b>
    </PageLink>
  )
  const late = counts.overdue ?? 0
  const due = counts.today ?? 0
  return (
    <nav className="state-chips" aria-label="按状态看">
      {open
        .filter((each) => (counts[each] ?? 0) > 0 || state === each)
        .map((each) => link(each, states[each], counts[each] ?? 0, { state: each }, state === each))}
      {(due > 0 || today) && link('today', '今天到期', due, { today: 'true' }, today === 'true')}
      {(late > 0 || overdue) && link('overdue', '已超期', late, { overdue: 'true' }, overdue === 'true')}
    </nav>
  )
}
