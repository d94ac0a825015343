import { Button, Radio } from 'antd'
import { type FormEvent, useState } from 'react'
import { formatDateChinese } from '../../../../core/time/format-date.ts'
import type { CalendarPeriodKind } from '../../../../core/time/period.ts'
import { periodText } from '../../../../core/time/read-period.ts'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { createReport } from '../../contract.ts'
import type { Template } from './ask-template.tsx'
import { recentPeriods } from './recent-periods.ts'

const kindTitles: Readonly<Record<CalendarPeriodKind, string>> = {
  month: '月',
  quarter: '季度',
  half: '半年',
  year: '年',
}

/** Last question: which period; then the report is made. */
export const AskPeriod = ({ template, area }: { template: Template; area: string }) => {
  const { today } = useMe()
  const [kind, setKind] = useState<CalendarPeriodKind>(template.periods[0] ?? 'month')
  const periods = recentPeriods(kind, today)
  const [chosen, setChosen] = useState<string | null>(null)
  const period = periods.find((one) => periodText(one) === chosen) ?? periods[0]!
  const { send, sending, problem } = useAction(createReport)
  const go = useGo()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await send({ template: template.name, area, period: periodText(period) }).catch(() => null)
    if (answer) go(`/reports/${answer.id}`)
  }
  return (
    <form className="form-stack ask" onSubmit={submit}>
      {template.periods.length > 1 && (
        <Radio.Group
          optionType="button"
          aria-label="期间的长短"
          value={kind}
          options={template.periods.map((one) => ({ value: one, label: kindTitles[one] }))}
          onChange={(event) => setKind(event.target.value)}
        />
      )}
      <fieldset className="field">
        <legend>
          <h2>写哪一段时间？</h2>
        </legend>
        <Radio.Group
          className="stacked"
          value={periodText(period)}
          options={periods.map((one) => ({
            value: periodText(one),
            label: one.to > today ? `${one.title}（还没过完）` : one.title,
          }))}
          onChange={(event) => setChosen(event.target.value)}
        />
      </fieldset>
      <p className="quiet">
        在册数截至{formatDateChinese([period.to, today].sort()[0]!)}；增减数从
        {formatDateChinese(period.from)}算起。
      </p>
      <ProblemAlert problem={problem} />
      <p>
        <Button type="primary" htmlType="submit" loading={sending}>
          生成汇报
        </Button>
      </p>
    </form>
  )
}
