import { Button } from 'antd'
import { useState } from 'react'
import type { DefinitionView } from '../../../../platform/contract/catalogue.ts'
import { getRecord } from '../../../../platform/contract/records.ts'
import { ProblemError } from '../../../../platform/web/api/problem-error.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { RecordForm } from '../../../../platform/web/form/record-form.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { useSavedNotice } from '../../../../platform/web/record/use-saved-notice.ts'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { addEntry } from '../../contract.ts'
import { SubjectFacts } from '../entry/subject-facts.tsx'
import { SubjectLine } from '../entry/subject-line.tsx'

interface NewEntryProps {
  definition: DefinitionView
  /** Absent for a ledger of things that stand for themselves; then the area is asked. */
  subject: string | undefined
  another: () => void
  leave: () => void
}

const Subject = ({ of, id, another }: { of: string; id: string; another: () => void }) => {
  const { data, error } = useRoute(getRecord, { params: { definition: of, id } })
  if (!data) return error ? <ProblemAlert problem={error} /> : <Loading lines={2} />
  const subject = { kind: of, id, values: data.values, display: data.display }
  return (
    <div className="entry-person">
      {of === 'person' ? (
        <SubjectLine named subject={subject} areaName={data.areaName} />
      ) : (
        <p className="subject-line">
          <strong>{data.display.address ?? data.display.number ?? data.display.name}</strong>
          <span>{data.areaName}</span>
        </p>
      )}
      <SubjectFacts subject={subject} />
      <p className="quiet">
        以上来自登记，不用再填。
        <Button type="link" size="small" onClick={another}>
          {of === 'person' ? '换一个人' : '换一个'}
        </Button>
      </p>
    </div>
  )
}

const noArea = () =>
  new ProblemError({ type: 'about:blank', status: 422, code: 'field.invalid', title: '请选择所在区域。' })

/** What the ledger asks of a new entry. */
export const NewEntry = ({ definition, subject, another, leave }: NewEntryProps) => {
  const view = useViewpoint()
  const { posts } = useMe()
  const [area, setArea] = useState(view.area ?? posts[0]?.area)
  const { send } = useAction(addEntry)
  const saved = useSavedNotice()
  return (
    <RecordForm
      fields={definition.fields}
      draft={{
        key: `addEntry.${definition.name}.${subject ?? 'new'}`,
        title: `登记到${definition.title}`,
      }}
      submitTitle="登记"
      before={
        subject ? (
          <Subject of={definition.of ?? 'person'} id={subject} another={another} />
        ) : (
          <div className="field">
            <label htmlFor="new-entry-area">所在区域</label>
            <AreaSelect id="new-entry-area" value={area} onChange={setArea} />
          </div>
        )
      }
      send={async ({ on, values, reason }) => {
        if (!subject && !area) throw noArea()
        const whom = subject ? { subject } : { area }
        const { record } = await send({ ledger: definition.name, ...whom, on, values, reason })
        const name = record.subject?.display.name ?? record.display.name ?? ''
        saved(`已把${name}登记到${definition.title}。`, {
          definition: definition.name,
          id: record.id,
          version: record.version,
        })
      }}
      done={leave}
      cancel={leave}
    />
  )
}
