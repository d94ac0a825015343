import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import { recordPage } from '../../../registry/index.ts'
import type { FacilityView } from '../../contract.ts'

/** The places and facilities of an area in words, as the map shows them. */
export const FacilityList = ({ facilities }: { facilities: readonly FacilityView[] }) => (
  <ul className="plain-list">
    {facilities.map(({ id, name, kind, state, broken }) => (
      <li key={id}>
        <PageLink to={recordPage('facility', id)!}>{name}</PageLink>{' '}
        {broken && <StatusTag tone="bad">{state}</StatusTag>}
        <p className="quiet">{broken ? kind : `${kind}，${state}`}</p>
      </li>
    ))}
  </ul>
)
