import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { AreaView } from '../../../../platform/contract/session.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { addArea } from '../../contract.ts'

/** A new, empty area below this one. */
export const AddArea = ({ parent }: { parent: AreaView }) => {
  const { today } = useViewpoint()
  const { message } = App.useApp()
  const id = useId()
  const [name, setName] = useState('')
  const { send, sending, problem } = useAction(addArea)
  const add = async () => {
    const answer = await send({ parent: parent.path, name, on: today }).catch(() => undefined)
    if (!answer) return
    void message.success(`已新增${answer.area.name}，代码 ${answer.area.path}。`)
    setName('')
  }
  return (
    <Section title={`在${parent.name}下新增`}>
      <form
        className="record-form"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <div className="field">
          <label htmlFor={id}>名称</label>
          <Input id={id} value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <ProblemAlert problem={problem} />
        <p>
          <Button htmlType="submit" loading={sending} disabled={name.trim().length < 2}>
            新增
          </Button>
        </p>
      </form>
    </Section>
  )
}
