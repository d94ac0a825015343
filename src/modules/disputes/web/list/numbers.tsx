import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { type DisputeCounts, getDisputeNumbers } from '../../contract.ts'

/** Digits of a subdistrict's path: smaller areas have no numbers. */
const subdistrict = 9

const Counted = ({ title, counts }: { title: string; counts: DisputeCounts }) => (
  <div>
    <p>
      <strong>{title}</strong> {counts.total === null ? '少于 5 件，不显示' : `${counts.total} 件`}
    </p>
    <ul>
      {counts.shown.map(({ code, title: kind, count }) => (
        <li key={code}>
          {kind} {count} 件
        </li>
      ))}
      {counts.hidden > 0 && <li className="quiet">另有 {counts.hidden} 类件数太少，合并不显示</li>}
    </ul>
  </div>
)

/** How many there are, for those whose posts reach over a subdistrict; no number leads to a dispute. */
export const Numbers = () => {
  const { area, today } = useViewpoint()
  const { posts } = useMe()
  const wide = [area, ...posts.map((post) => post.area)].find((each) => each && each.length <= subdistrict)
  const { data, error } = useRoute(
    getDisputeNumbers,
    { query: { area: wide ?? '', year: today.slice(0, 4) } },
    { enabled: wide !== undefined },
  )
  if (wide === undefined) return null
  return (
    <Section title="今年件数">
      <ProblemAlert problem={error} />
      {data && (
        <div className="dispute-numbers">
          <Counted title="登记" counts={data.opened} />
          <Counted title="结案" counts={data.closed} />
        </div>
      )}
      <p className="quiet">只按街道和全区、按整年统计；少于 5 件的不显示。数字不能点开看到是哪一件。</p>
    </Section>
  )
}
