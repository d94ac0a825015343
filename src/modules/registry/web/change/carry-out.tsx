import { Button } from 'antd'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import type { DefinitionView } from '../../../../platform/contract/catalogue.ts'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRehearsal } from '../../../../platform/web/api/use-rehearsal.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { ErrorSummary } from '../../../../platform/web/form/error-summary.tsx'
import { splitProblem } from '../../../../platform/web/form/split-problem.ts'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { AskRow } from './ask-row.tsx'
import { type Answers, asksOpen, asksShown, type ChangeForm, type Known } from './change-form.ts'
import { ChangePreview } from './change-preview.tsx'
import { RelationRows } from './relation-rows.tsx'
import { useChangeNotice } from './use-change-notice.ts'

interface CarryOutProps {
  form: ChangeForm
  known: Known
  persons: DefinitionView
}

const startAnswers = (form: ChangeForm, known: Known): Answers =>
  Object.fromEntries(form.asks.flatMap((ask) => (ask.start ? [[ask.key, ask.start(known)]] : [])))

const whomOf = ({ person, household, members }: Known): string =>
  person?.display.name ?? (members[0] ? `${members[0].display.name}户` : (household?.display.number ?? ''))

/** Asks, shows what would follow, and carries it out; afterwards it can be taken back. */
export const CarryOut = ({ form, known, persons }: CarryOutProps) => {
  const { today } = useMe()
  const prefix = useId()
  const go = useGo()
  const tell = useChangeNotice()
  const [answers, setAnswers] = useState<Answers>(() => startAnswers(form, known))
  const [on, setOn] = useState(today)
  const [relations, setRelations] = useState<Record<string, string>>({})
  const [asked, setAsked] = useState(false)
  const { send, sending, problem, clear } = useAction(form.contract)

  const open = asksOpen(form, answers, known)
  const fields = form.asks.some(({ control }) => control.kind === 'fields')
  const values = (answers.values ?? {}) as Record<string, unknown>
  const unnamed = fields && (!values.name || !values.sex)
  const input = { ...form.input(answers, known), on, relations }
  const rehearsal = useRehearsal(form.contract, open.length > 0 || unnamed || on === '' ? null : input)

  const titles = new Map<string, string>([
    ...persons.fields.map(({ key, title }) => [key, title] as const),
    ...form.asks.map(({ key, title }) => [key, title] as const),
    ['on', form.day],
  ])
  const refused = problem ?? rehearsal.problem
  const { atFields, elsewhere } = splitProblem(refused, titles)
  const missing = asked
    ? Object.fromEntries(open.map(({ key, title }) => [key, `请填写或选择：${title}。`]))
    : {}
  const errors = { ...missing, ...(asked || problem ? atFields : {}) }
  const submit = async () => {
    setAsked(true)
    if (open.length > 0 || sending || on === '') return
    const likely = Object.fromEntries(
      (rehearsal.answer?.relations ?? []).flatMap(({ person, code, certain }) =>
        !certain && code ? [[person, code]] : [],
      ),
    )
    const done = await send({ ...input, relations: { ...likely, ...relations } }).catch(() => undefined)
    if (!done) return
    tell(`${done.title}，已办好。`, done.change)
    // Who is gone, and an empty household, still have a page that says so.
    const home = done.household ?? (done.person || known.person ? null : known.household?.id)
    go(home ? `/registry/households/${home}` : `/registry/persons/${done.person ?? known.person?.id}`)
    window.scrollTo({ top: 0 })
  }
  const whom = whomOf(known)
  return (
    <Page
      title={whom ? `${form.contract.title}：${whom}` : form.contract.title}
      lead={form.lead}
      side={<ChangePreview answer={rehearsal.answer} problem={rehearsal.problem} asking={rehearsal.asking} />}
    >
      <form
        className="record-form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void submit()
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            void submit()
          }
        }}
      >
        <ErrorSummary
          faults={Object.entries(errors).map(([key, message]) => ({
            id: `${prefix}-${key}`,
            title: titles.get(key) ?? '',
            message,
          }))}
        />
        <ProblemAlert problem={problem ? elsewhere : null} />
        <div className="field">
          <label htmlFor={`${prefix}-on`}>{form.day}</label>
          <DateField id={`${prefix}-on`} value={on} max={today} onChange={setOn} />
        </div>
        {asksShown(form, answers, known).map((ask) => (
          <AskRow
            key={ask.key}
            ask={ask}
            id={ask.control.kind === 'fields' ? prefix : `${prefix}-${ask.key}`}
            answers={answers}
            known={known}
            persons={persons}
            errors={errors}
            onChange={(value) => {
              clear()
              setAnswers((now) => ({ ...now, [ask.key]: value }))
            }}
          />
        ))}
        <RelationRows
          prefix={prefix}
          relations={rehearsal.answer?.relations ?? []}
          said={relations}
          onChange={setRelations}
          asked={asked}
        />
        <p className="form-actions">
          <Button type="primary" htmlType="submit" loading={sending}>
            确认办理
          </Button>
          <Button onClick={() => window.history.back()}>取消</Button>
          <span className="form-keys">Ctrl + Enter 确认办理</span>
        </p>
      </form>
    </Page>
  )
}
