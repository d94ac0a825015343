import { App, Button, Checkbox, Input, InputNumber } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { previewErasure, setRetentionRule } from '../../retention-contract.ts'
import { EraseNow } from './erase-now.tsx'

interface Rule {
  years: number
  reason: string
  automatic: boolean
}

interface RuleFormProps {
  name: string
  title: string
  rule: Rule | null
  close: () => void
}

/** Sets a rule, having shown what it would erase today. */
export const RuleForm = ({ name, title, rule, close }: RuleFormProps) => {
  const { message } = App.useApp()
  const { send, sending, problem } = useAction(setRetentionRule)
  const [years, setYears] = useState(rule?.years ?? 10)
  const [reason, setReason] = useState(rule?.reason ?? '')
  const [automatic, setAutomatic] = useState(rule?.automatic ?? false)
  const id = useId()
  const preview = useRoute(previewErasure, { params: { definition: name }, query: { years } })
  const due = preview.data
  const save = async (chosen: number | null) => {
    const input = { definition: name, years: chosen, reason: reason.trim() || '取消保存期限', automatic }
    const done = await send(input).catch(() => undefined)
    if (!done) return
    void message.success(chosen === null ? '已取消，一直保存。' : '已设定。')
    if (chosen === null) close()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(years)
  }
  return (
    <form className="form-stack" onSubmit={submit} aria-label={`${title}的保存期限`}>
      <div className="field">
        <label htmlFor={`${id}-years`}>结束后保存几年</label>
        <InputNumber
          id={`${id}-years`}
          min={1}
          max={100}
          precision={0}
          value={years}
          onChange={(value) => value && setYears(value)}
        />
        <p className="field-help" role="status">
          {due &&
            `今天会删除 ${due.records} 条（${due.endedBy} 或更早结束的，共 ${due.versions} 个版本）${due.held > 0 ? `；另有 ${due.held} 条到期，但还有保存更久的台账或住户记着，先不删` : ''}。`}
        </p>
        {due && due.byYear.length > 0 && (
          <p className="field-help">
            按结束的年份：{due.byYear.map((each) => `${each.year} 年 ${each.records} 条`).join('，')}
          </p>
        )}
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>依据</label>
        <Input
          id={`${id}-reason`}
          value={reason}
          maxLength={200}
          placeholder="如：某某档案保管期限表第几项"
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Checkbox checked={automatic} onChange={(event) => setAutomatic(event.target.checked)}>
        到期自动删除，不再逐次确认
      </Checkbox>
      <ProblemAlert problem={problem} />
      <ProblemAlert problem={preview.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending} disabled={reason.trim().length < 2}>
          保存
        </Button>
        {rule && <Button onClick={() => void save(null)}>取消期限，一直保存</Button>}
        <Button onClick={close}>收起</Button>
      </div>
      {rule && due && rule.years === years && due.records > 0 && (
        <EraseNow name={name} title={title} records={due.records} />
      )}
    </form>
  )
}
