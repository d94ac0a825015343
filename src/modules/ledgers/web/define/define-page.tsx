import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { LedgerData } from '../../../../core/definition/index.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { defineOwnLedger, getOwnLedger } from '../../contract.ts'
import './define.css'
import { type FieldDraft, newField } from './field-draft.ts'
import { FieldEditor } from './field-editor.tsx'
import { LedgerBasics } from './ledger-basics.tsx'
import { dataOf, draftOf, emptyLedger, type LedgerDraft } from './ledger-draft.ts'
import { PickElement } from './pick-element.tsx'
import { Preview } from './preview.tsx'
import { RetireLedger } from './retire-ledger.tsx'

const moved = (fields: readonly FieldDraft[], from: number, by: number): FieldDraft[] => {
  const list = [...fields]
  const [field] = list.splice(from, 1)
  list.splice(from + by, 0, field!)
  return list
}

const Editor = ({ start, used }: { start: LedgerDraft; used: boolean }) => {
  const [draft, setDraft] = useState(start)
  const { send, sending, problem } = useAction(defineOwnLedger)
  const go = useGo()
  const { fields } = draft
  const setFields = (next: readonly FieldDraft[]) => setDraft((now) => ({ ...now, fields: next }))
  const nextId = Math.max(-1, ...fields.map(({ id }) => id)) + 1
  const standing = new Set(start.fields.map(({ key }) => key))
  const save = async () => {
    const { ledger } = await send({ definition: dataOf(draft) })
    go(`/ledgers/${ledger}`)
  }
  return (
    <div className="define">
      <div className="define-work">
        <Section title="台账">
          <LedgerBasics draft={draft} change={setDraft} />
        </Section>
        <Section title={`字段（${fields.length}）`}>
          <ol className="plain-list define-fields">
            {fields.map((field, index) => (
              <li key={field.id}>
                <FieldEditor
                  field={field}
                  first={index === 0}
                  last={index === fields.length - 1}
                  change={(next) => setFields(fields.map((each) => (each.id === field.id ? next : each)))}
                  move={(by) => setFields(moved(fields, index, by))}
                  remove={
                    used && field.key && standing.has(field.key)
                      ? undefined
                      : () => setFields(fields.filter((each) => each.id !== field.id))
                  }
                />
              </li>
            ))}
          </ol>
          <PickElement
            of={draft.of}
            taken={new Set(fields.flatMap(({ element }) => element ?? []))}
            pick={(element) => setFields([...fields, newField(nextId, element)])}
          />
          <p>
            <Button onClick={() => setFields([...fields, newField(nextId)])}>自己加一个字段</Button>
          </p>
        </Section>
        <ProblemAlert problem={problem} />
        <p className="form-actions">
          <Button
            type="primary"
            loading={sending}
            disabled={draft.title.trim() === '' || fields.length === 0}
            onClick={() => void save().catch(() => undefined)}
          >
            {draft.name ? '保存' : '建立台账'}
          </Button>
          <Button onClick={() => go(draft.name ? `/ledgers/${draft.name}` : '/ledgers')}>取消</Button>
        </p>
        {start.name && <RetireLedger ledger={start.name} title={start.title} retired={start.rest.retired} />}
      </div>
      <Section title="做出来的样子">
        <Preview draft={draft} />
      </Section>
    </div>
  )
}

const Widen = ({ name }: { name: string }) => {
  const { data, error, refetch } = useRoute(getOwnLedger, { params: { name } })
  const definition = data?.definition as LedgerData | undefined
  return (
    <Page
      title={definition ? `调整${definition.title}` : '调整台账'}
      lead={<PageLink to={`/ledgers/${name}`}>回到台账</PageLink>}
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={6} />}
      {data && definition && (
        <Editor key={definition.retired ?? ''} start={draftOf(definition, data.used)} used={data.used} />
      )}
    </Page>
  )
}

/** 建立台账: a ledger of the office's own, put together in the browser and used at once; or one that is widened. */
const DefinePage = () => {
  const { name } = useParams({ strict: false }) as { name?: string }
  const { past } = useViewpoint()
  if (past)
    return (
      <Page title="建立台账">
        <EmptyState title="正在查看过去的日期，不能调整台账。" hint="请先在上方把日期换回今天。" />
      </Page>
    )
  if (name) return <Widen key={name} name={name} />
  return (
    <Page title="建立台账" lead="保存后马上可以登记、导入、统计，不用另外开发。">
      <Editor start={emptyLedger} used={false} />
    </Page>
  )
}

export default DefinePage
