import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { AreaView } from '../../../../platform/contract/session.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { renameArea } from '../../contract.ts'

/** Another name from a day on. */
export const RenameForm = ({ area, finish }: { area: AreaView; finish: () => void }) => {
  const { today } = useViewpoint()
  const { message } = App.useApp()
  const id = useId()
  const [name, setName] = useState(area.name)
  const [on, setOn] = useState(today)
  const { send, sending, problem } = useAction(renameArea)
  const rename = async () => {
    const answer = await send({ area: area.path, name, on }).catch(() => undefined)
    if (!answer) return
    void message.success(`已更名为${answer.area.name}，此前的日期仍显示${area.name}。`)
    finish()
  }
  return (
    <Section title="更名">
      <form
        className="record-form"
        onSubmit={(event) => {
          event.preventDefault()
          void rename()
        }}
      >
        <div className="field">
          <label htmlFor={`${id}name`}>新名称</label>
          <Input id={`${id}name`} value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor={`${id}on`}>从哪一天起用</label>
          <DateField id={`${id}on`} value={on} max={today} onChange={setOn} />
        </div>
        <ProblemAlert problem={problem} />
        <p>
          <Button
            htmlType="submit"
            loading={sending}
            disabled={name.trim() === area.name || name.trim().length < 2}
          >
            更名
          </Button>
        </p>
      </form>
    </Section>
  )
}
