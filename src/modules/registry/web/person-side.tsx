import type { z } from 'zod'
import { PageLink } from '../../../platform/web/address/page-link.tsx'
import { useDefinition } from '../../../platform/web/definition/use-definition.ts'
import { Section } from '../../../platform/web/page/section.tsx'
import { RecordFacts } from '../../../platform/web/record/record-facts.tsx'
import type { getPersonPage } from '../contract.ts'
import { Members } from './members.tsx'
import { RelationList } from './relation/relation-list.tsx'
import { ResponsibleNow } from './responsible-now.tsx'

type PersonPageAnswer = z.infer<typeof getPersonPage.answer>

const DwellingFacts = ({ dwelling }: { dwelling: NonNullable<PersonPageAnswer['dwelling']> }) => {
  const definition = useDefinition('dwelling')
  return definition ? <RecordFacts definition={definition} record={dwelling} /> : null
}

/** Relations of a resident: household, ledgers, dwelling, who is responsible. */
export const PersonSide = ({ page }: { page: PersonPageAnswer }) => {
  const { person, household, members, dwelling, entries, responsible } = page
  return (
    <>
      <Section
        title="同住的人"
        extra={household && <PageLink to={`/registry/households/${household.id}`}>住户主页</PageLink>}
      >
        {household ? (
          <Members members={members} self={person.id} />
        ) : (
          <p className="quiet">还没有登记所在住户。</p>
        )}
      </Section>
      <RelationList person={person} relations={page.relations} />
      <Section title="所在台账">
        {entries.length === 0 ? (
          <p className="quiet">不在任何台账中。</p>
        ) : (
          <ul className="plain-list">
            {entries.map(({ ledger, ledgerTitle, entry }) => (
              <li key={entry.id}>
                <PageLink to={`/ledgers/${ledger}/${entry.id}`}>{ledgerTitle}</PageLink>
                <p className="quiet">自 {entry.validFrom} 起</p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="所住房屋">
        {dwelling ? <DwellingFacts dwelling={dwelling} /> : <p className="quiet">还没有登记所住房屋。</p>}
      </Section>
      <ResponsibleNow responsible={responsible} />
    </>
  )
}
