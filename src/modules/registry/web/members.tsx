import { ageOn } from '../../../core/time/age.ts'
import type { RecordView } from '../../../platform/contract/records.ts'
import { PageLink } from '../../../platform/web/address/page-link.tsx'
import { useViewpoint } from '../../../platform/web/viewpoint/use-viewpoint.ts'

const wordMember = (member: RecordView, day: string): string => {
  const born = member.values.birthDate
  const age = typeof born === 'string' && born <= day ? `${ageOn(born, day)} 岁` : undefined
  return [member.display.relationToHead, member.display.sex, age].filter(Boolean).join('，')
}

/** The people of a household, head first. */
export const Members = ({ members, self }: { members: readonly RecordView[]; self?: string }) => {
  const { day } = useViewpoint()
  return (
    <ul className="plain-list">
      {members.map((member) => (
        <li key={member.id}>
          {member.id === self ? (
            <strong>{member.display.name}</strong>
          ) : (
            <PageLink to={`/registry/persons/${member.id}`}>{member.display.name}</PageLink>
          )}
          <p className="quiet">{wordMember(member, day)}</p>
        </li>
      ))}
    </ul>
  )
}
