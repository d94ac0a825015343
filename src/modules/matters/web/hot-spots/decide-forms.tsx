import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { addDays } from '../../../../core/time/index.ts'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { dismissHotSpot, type HotSpot, openLasting } from '../../contract-hot-spots.ts'
import { categoryTitle } from '../words.ts'

interface DecideProps {
  spot: HotSpot
  close: () => void
}

const sent = ({ area, category, spot, matters }: HotSpot) => ({
  area,
  category,
  spot,
  matters: matters.map(({ id }) => id),
})

/** In days: what comes again and again is not mended within a week. */
const usualTerm = 60

/** One task for all of them; everything is proposed and can be changed, and nothing happens before it is sent. */
export const LastingForm = ({ spot, close }: DecideProps) => {
  const id = useId()
  const go = useGo()
  const { today } = useViewpoint()
  const where = spot.place || spot.areaName
  const [title, setTitle] = useState(`${where}：${categoryTitle(spot.category)}问题反复出现`.slice(0, 60))
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState(addDays(today, usualTerm))
  const [missing, setMissing] = useState('')
  const { send, sending, problem } = useAction(openLasting)
  const submit = async () => {
    if (text.trim().length < 2) {
      setMissing('请写明要从根上解决什么。')
      document.getElementById(`${id}-text`)?.focus()
      return
    }
    setMissing('')
    const made = await send({ ...sent(spot), title, text, dueOn }).catch(() => undefined)
    if (made) go(`/matters/${made.id}`)
  }
  return (
    <form
      className="form-stack hot-spot-form"
      aria-label="转为长期治理"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p className="quiet">
        立一件诉求，有承办单位和期限，{spot.matters.length}{' '}
        件都关联上，原来的照常办理；先由您单位承办，可以再派发。
      </p>
      <ProblemAlert problem={problem} />
      <div className="field">
        <label htmlFor={`${id}-title`}>摘要</label>
        <Input
          id={`${id}-title`}
          maxLength={60}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>要从根上解决什么</label>
        <Input.TextArea
          id={`${id}-text`}
          rows={3}
          maxLength={1000}
          autoFocus
          value={text}
          placeholder="例如：请专业机构评估，确定维修还是更换，明确由谁维保。"
          aria-describedby={missing ? `${id}-text-fault` : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        {missing && (
          <p className="field-error" id={`${id}-text-fault`} role="alert">
            {missing}
          </p>
        )}
      </div>
      <div className="field">
        <label htmlFor={`${id}-due`}>治理期限</label>
        <DateField id={`${id}-due`} value={dueOn} onChange={setDueOn} />
      </div>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          转为长期治理
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  )
}

/** Why it is left as it is; shown to all who see the spot. */
export const DismissForm = ({ spot, close }: DecideProps) => {
  const id = useId()
  const [reason, setReason] = useState('')
  const { send, sending, problem } = useAction(dismissHotSpot)
  const submit = () => send({ ...sent(spot), reason }).then(close, () => undefined)
  return (
    <form
      className="form-stack hot-spot-form"
      aria-label="不作长期治理"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ProblemAlert problem={problem} />
      <div className="field">
        <label htmlFor={`${id}-reason`}>理由</label>
        <Input
          id={`${id}-reason`}
          maxLength={500}
          autoFocus
          value={reason}
          placeholder="例如：已列入今年的更换计划。"
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="field-help">从明天起重新数，再有同样多件时会再提出。</p>
      </div>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          不作长期治理
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  )
}
