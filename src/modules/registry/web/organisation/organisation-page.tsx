import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import type { RecordView } from '../../../../platform/contract/records.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { Timeline } from '../../../../platform/web/record/timeline.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { getOrganisationPage } from '../../record-contract.ts'
import { recordPage } from '../../record-page.ts'
import { NextSteps } from '../next-steps.tsx'
import { RecordActions } from '../record/record-actions.tsx'
import { RecordBody } from '../record/record-body.tsx'
import { useDoing } from '../record/use-doing.ts'
import { ResponsibleNow } from '../responsible-now.tsx'
import { AgreementList } from './agreement-list.tsx'
import { isExpiring } from './word-expiry.ts'

const wordOrganisation = ({ display, areaName }: RecordView): string =>
  [display.kind, display.industry, display.address, areaName].filter(Boolean).join('，')

const Facilities = ({ facilities }: { facilities: readonly RecordView[] }) =>
  facilities.length === 0 ? (
    <p className="quiet">没有由它养护的设施。</p>
  ) : (
    <ul className="plain-list">
      {facilities.map((facility) => (
        <li key={facility.id}>
          <PageLink to={recordPage('facility', facility.id)!}>{facility.display.name}</PageLink>
          <p className="quiet">{[facility.display.kind, facility.display.state].join('，')}</p>
        </li>
      ))}
    </ul>
  )

/** An organisation: what it is in one line, what to do next, its agreements, facts and history. */
const OrganisationPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { asOf, day } = useViewpoint()
  const go = useGo()
  const definition = useDefinition('organisation')
  const { data, error, refetch } = useRoute(getOrganisationPage, { params: { id }, query: { asOf } })
  const doing = useDoing(data?.organisation)
  if (error)
    return (
      <Page title="单位">
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </Page>
    )
  if (!data || !definition) return <Loading lines={8} />
  const { organisation, agreements, facilities, timeline, responsible } = data
  const name = organisation.display.name ?? '单位'
  const expiring = agreements.filter(({ values }) => isExpiring(values.expiresOn, day))
  return (
    <Page
      title={name}
      lead={wordOrganisation(organisation)}
      actions={
        <>
          {doing.may && doing.doing === null && (
            <Button type="primary" onClick={() => go('/registry/new/agreement', { of: organisation.id })}>
              登记协议
            </Button>
          )}
          <RecordActions definition="organisation" doing={doing} />
        </>
      }
      side={
        <>
          <Section title="养护的设施">
            <Facilities facilities={facilities} />
          </Section>
          <ResponsibleNow responsible={responsible} />
        </>
      }
    >
      {doing.may && doing.doing === null && (
        <>
          {expiring.length > 0 && (
            <p className="notice">有 {expiring.length} 份协议已到期或 30 天内到期，请在下面续签或终止。</p>
          )}
          <NextSteps definition={definition} record={organisation} />
        </>
      )}
      <Section title="协议">
        <AgreementList agreements={agreements} may={doing.may} />
      </Section>
      <RecordBody definition={definition} record={organisation} name={name} doing={doing} />
      <Section title="变更记录">
        <Timeline steps={timeline} />
      </Section>
    </Page>
  )
}

export default OrganisationPage
