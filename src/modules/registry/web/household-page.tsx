import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { usePageSearch, useSetPageSearch } from '../../../platform/web/address/use-address.ts'
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
import { getHouseholdPage } from '../contract.ts'
import { ChangeList } from './change/change-list.tsx'
import { ChangeMenu } from './change/change-menu.tsx'
import { EditRecord } from './edit-record.tsx'
import { Members } from './members.tsx'

/** A household: who lives together, and where. */
const HouseholdPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { asOf } = useViewpoint()
  const { edit } = usePageSearch()
  const setSearch = useSetPageSearch()
  const mayWrite = useMayWrite('registry.write')
  const definition = useDefinition('household')
  const dwellings = useDefinition('dwelling')
  const { data, error, refetch } = useRoute(getHouseholdPage, { params: { id }, query: { asOf } })
  if (error) {
    return (
      <Page title="住户">
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </Page>
    )
  }
  if (!data || !definition || !dwellings) return <Loading lines={8} />
  const { household, members, dwelling, timeline } = data
  const name = members[0] ? `${members[0].display.name}户` : `住户 ${household.display.number}`
  const current = mayWrite && household.validTo === null
  return (
    <Page
      title={name}
      lead={[`${members.length} 人`, dwelling?.display.address, household.areaName]
        .filter(Boolean)
        .join('，')}
      actions={
        current &&
        edit !== '1' && (
          <>
            <ChangeMenu household={household} size={members.length} />
            <Button onClick={() => setSearch({ edit: '1' })}>修改</Button>
          </>
        )
      }
      side={
        <Section title="所住房屋">
          {dwelling ? (
            <RecordFacts definition={dwellings} record={dwelling} />
          ) : (
            <p className="quiet">还没有登记所住房屋。</p>
          )}
        </Section>
      }
    >
      <Section title="同住的人">
        {members.length === 0 ? (
          <p className="quiet">这一天没有人住在这一户。</p>
        ) : (
          <Members members={members} />
        )}
      </Section>
      <Section title={edit === '1' ? '修改住户信息' : '住户信息'}>
        {edit === '1' && current ? (
          <EditRecord
            definition={definition}
            record={household}
            name={name}
            close={() => setSearch({ edit: undefined })}
          />
        ) : (
          <RecordFacts definition={definition} record={household} />
        )}
      </Section>
      <ChangeList definition="household" id={id} />
      <Section title="变更记录">
        <Timeline steps={timeline} />
      </Section>
    </Page>
  )
}

export default HouseholdPage
