import { getDifference } from '../../contract/differences.ts'
import type { Figure } from '../../contract/figures.ts'
import { PageLink } from '../address/page-link.tsx'
import { useRoute } from '../api/use-route.ts'
import { wordAmount, wordDifference } from './word-difference.ts'

/** In the lens: how a figure differs from the end of last month, cause by cause; each leads to its records. */
export const DifferenceExplained = ({ figure }: { figure: Figure }) => {
  const { area, asOf, metric } = figure
  const { data } = useRoute(getDifference, { params: { metric }, query: { area, asOf } })
  if (!data) return null
  const to = `/metrics/${metric}/difference`
  const { since } = data
  return (
    <section className="lens-difference" aria-label="与上月末相比">
      <h3>与上月末相比</h3>
      <p>{wordDifference(data)}</p>
      {data.causes.length > 0 && (
        <ul className="plain-list">
          {data.causes.map(({ code, title, kind, amount }) => (
            <li key={code}>
              <PageLink to={to} search={{ area, asOf, since, cause: code }}>
                {title}
              </PageLink>
              {kind === 'correction' && <span className="quiet">更正</span>}
              <span className="numeric">{wordAmount(amount)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
