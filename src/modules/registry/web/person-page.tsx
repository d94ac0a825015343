import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useGo, usePageSearch, useSetPageSearch } from '../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../platform/web/api/use-route.ts'
import { useDefinition } from '../../../platform/web/definition/use-definition.ts'
import { Loading } from '../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../platform/web/page/page.tsx'
import { Section } from '../../../platform/web/page/section.tsx'
import { RecordFacts } from '../../../platform/web/record/record-facts.tsx'
import { Timeline } from '../../../platform/web/record/timeline.tsx'
import { useMayWrite } from '../../../platform/web/viewpoint/use-may-write.ts'
import { useViewpoint } from '../../../platform/web/viewpoint/use-viewpoint.ts'
import { getPersonPage } from '../contract.ts'
import { ChangeList } from './change/change-list.tsx'
import { ChangeMenu } from './change/change-menu.tsx'
import { LikelySame } from './duplicates/likely-same.tsx'
import { EditRecord } from './edit-record.tsx'
import { EnterLedger } from './enter-ledger.tsx'
import { NextSteps } from './next-steps.tsx'
import { PersonSide } from './person-side.tsx'
import { wordPerson } from './word-person.ts'

/** A resident: who in one line, what to do next, the facts, what changed; relations at the side. */
const PersonPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { asOf, day } = useViewpoint()
  const { edit } = usePageSearch()
  const setSearch = useSetPageSearch()
  const go = useGo()
  const mayWrite = useMayWrite('registry.write')
  const definition = useDefinition('person')
  const { data, error, refetch } = useRoute(getPersonPage, { params: { id }, query: { asOf } })
  if (error) {
    return (
      <Page title="居民">
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </Page>
    )
  }
  if (!data || !definition) return <Loading lines={8} />
  const { person, timeline, entries } = data
  const editing = edit === '1' && mayWrite && person.validTo === null
  return (
    <Page
      title={person.display.name ?? '居民'}
      lead={wordPerson(person, day)}
      actions={
        mayWrite &&
        !editing && (
          <>
            {person.validTo === null && (
              <>
                <ChangeMenu person={person} size={data.members.length} />
                <EnterLedger person={person} entered={entries.map((entry) => entry.ledger)} />
                <Button onClick={() => setSearch({ edit: '1' })}>修改</Button>
              </>
            )}
            <Button onClick={() => go(`/privacy/disclosures/${id}`)}>告知本人</Button>
          </>
        )
      }
      side={<PersonSide page={data} />}
    >
      {editing ? (
        <Section title="修改居民信息">
          <EditRecord
            definition={definition}
            record={person}
            name={person.display.name ?? '居民'}
            close={() => setSearch({ edit: undefined })}
          />
        </Section>
      ) : (
        <>
          {mayWrite && person.validTo === null && <LikelySame person={person} />}
          {mayWrite && <NextSteps definition={definition} record={person} />}
          <Section title="基本信息">
            <RecordFacts definition={definition} record={person} except={['name']} />
          </Section>
        </>
      )}
      <ChangeList definition="person" id={id} />
      <Section title="变更记录">
        <Timeline steps={timeline} />
      </Section>
    </Page>
  )
}

export default PersonPage
