import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { getHistory, getRecord, type RecordView } from '../../../../platform/contract/records.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { Timeline } from '../../../../platform/web/record/timeline.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import type { Registrable } from '../../record-contract.ts'
import { RecordActions } from './record-actions.tsx'
import { RecordBody } from './record-body.tsx'
import { useDoing } from './use-doing.ts'

interface OneRecordPageProps {
  definition: Registrable
  /** What it is called. */
  nameOf: (record: RecordView) => string
  /** What it is in one line. */
  lead: (record: RecordView) => ReactNode
  /** What to do next about it. */
  next?: (record: RecordView) => ReactNode
  except?: readonly string[]
}

const History = ({ definition, id }: { definition: string; id: string }) => {
  const { day } = useViewpoint()
  const { data, error } = useRoute(getHistory, { params: { definition, id } })
  return (
    <Section title="变更记录">
      <ProblemAlert problem={error} />
      {!data && !error && <Loading lines={3} />}
      {data && <Timeline steps={data.steps.filter((step) => step.on <= day)} />}
    </Section>
  )
}

/** The page of a record that stands for itself: what it is, what to do next, its facts, what changed. */
export const OneRecordPage = ({ definition: name, nameOf, lead, next, except }: OneRecordPageProps) => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { asOf } = useViewpoint()
  const definition = useDefinition(name)
  const { data, error, refetch } = useRoute(getRecord, { params: { definition: name, id }, query: { asOf } })
  const doing = useDoing(data)
  if (error)
    return (
      <Page title={definition?.title ?? '登记'}>
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </Page>
    )
  if (!data || !definition) return <Loading lines={8} />
  return (
    <Page title={nameOf(data)} lead={lead(data)} actions={<RecordActions definition={name} doing={doing} />}>
      {doing.may && doing.doing === null && next?.(data)}
      <RecordBody
        definition={definition}
        record={data}
        name={nameOf(data)}
        doing={doing}
        {...(except ? { except } : {})}
      />
      <History definition={name} id={id} />
    </Page>
  )
}
