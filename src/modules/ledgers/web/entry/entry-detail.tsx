import { Button } from 'antd'
import { useState } from 'react'
import { formatDateChinese } from '../../../../core/time/format-date.ts'
import type { DefinitionView } from '../../../../platform/contract/catalogue.ts'
import { getHistory, type RecordView } from '../../../../platform/contract/records.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { RecordFacts } from '../../../../platform/web/record/record-facts.tsx'
import { Timeline } from '../../../../platform/web/record/timeline.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { EditEntry } from './edit-entry.tsx'
import { EndEntry } from './end-entry.tsx'
import './entry.css'
import { SubjectFacts } from './subject-facts.tsx'
import { SubjectLine } from './subject-line.tsx'

interface EntryDetailProps {
  definition: DefinitionView
  record: RecordView
  /** Called when the entry has left the ledger. */
  gone: () => void
}

const wordSince = ({ validFrom, validTo }: RecordView): string =>
  validTo === null
    ? `自${formatDateChinese(validFrom)}起是这样`
    : `${formatDateChinese(validFrom)}至${formatDateChinese(validTo)}是这样`

const History = ({ definition, record }: Pick<EntryDetailProps, 'definition' | 'record'>) => {
  const { data, error, isPending } = useRoute(getHistory, {
    params: { definition: definition.name, id: record.id },
  })
  return (
    <>
      <h2>变更历史</h2>
      <ProblemAlert problem={error} />
      {isPending && !error && <Loading lines={3} />}
      {data && <Timeline steps={[...data.steps].sort((a, b) => b.version - a.version)} />}
    </>
  )
}

/** An entry: whom it is about, what it says since when, what can be done with it, and what it was before. */
export const EntryDetail = ({ definition, record, gone }: EntryDetailProps) => {
  const { past } = useViewpoint()
  const [doing, setDoing] = useState<'edit' | 'end' | null>(null)
  const stop = () => setDoing(null)
  const may = definition.may.write && !past && record.validTo === null
  return (
    <div className="entry-detail">
      {record.subject ? (
        <SubjectLine subject={record.subject} areaName={record.areaName} />
      ) : (
        <p className="quiet">{record.areaName}</p>
      )}
      {doing === 'edit' && <EditEntry definition={definition} record={record} stop={stop} />}
      {doing === 'end' && <EndEntry definition={definition} record={record} stop={stop} gone={gone} />}
      {doing === null && (
        <>
          {may && (
            <p className="entry-actions">
              <Button type="primary" onClick={() => setDoing('edit')}>
                修改
              </Button>
              <Button onClick={() => setDoing('end')}>移出台账</Button>
            </p>
          )}
          <p className="quiet">{wordSince(record)}</p>
          <RecordFacts definition={definition} record={record} />
          {record.subject && <SubjectFacts subject={record.subject} />}
          <History definition={definition} record={record} />
        </>
      )}
    </div>
  )
}
