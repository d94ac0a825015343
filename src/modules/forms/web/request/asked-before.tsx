import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import type { RequestView } from '../../contract-request.ts'

/** Fields that somebody asked for within the year already, with that earlier answer. */
export const AskedBefore = ({ request }: { request: RequestView }) => {
  const byRequest = Map.groupBy(request.askedBefore, (each) => each.request)
  if (byRequest.size === 0) return null
  return (
    <Section title="一年内问过的">
      <ul className="plain-list">
        {[...byRequest].slice(0, 5).map(([id, fields]) => (
          <li key={id}>
            <PageLink to={`/forms/${id}`}>{fields[0]!.requestTitle}</PageLink>
            <p className="quiet">
              {fields[0]!.askedBy || '没有写明谁要的'}，{fields[0]!.on}
              {fields[0]!.answered ? '，已报' : ''}：{fields.map(({ title }) => title).join('、')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
