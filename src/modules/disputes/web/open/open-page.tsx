import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo, usePageSearch } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { disputeKind } from '../../codes.ts'
import { openDispute } from '../../contract.ts'
import '../disputes.css'
import { blankParty, type PartyInput, PartyList } from './party-list.tsx'

const kinds = disputeKind.items.map(({ code, title }) => ({ value: code, label: title }))

const Handed = ({ number, head }: { number: string; head: string }) => (
  <Page title="已经登记" lead={<PageLink to="/disputes">纠纷</PageLink>}>
    <p>
      编号 {number}，已交给{head}的书记指派调解员。
    </p>
    <p className="quiet">纠纷只有调解员和指派人看得到；您被指派为调解员以后，会在“纠纷”里看到它。</p>
  </Page>
)

/** Writes down who quarrels about what; the head of the place assigns who mediates. */
const OpenPage = () => {
  const id = useId()
  const go = useGo()
  const { matter, seen } = usePageSearch()
  const { area: lookedAt, past } = useViewpoint()
  const { posts } = useMe()
  const [area, setArea] = useState(lookedAt ?? (posts.length === 1 ? posts[0]?.area : undefined))
  const [kind, setKind] = useState<string>()
  const [title, setTitle] = useState('')
  const [content, setContent] = useState('')
  const [parties, setParties] = useState<PartyInput[]>([blankParty(1), blankParty(2)])
  const [handed, setHanded] = useState<{ number: string; head: string }>()
  const [faults, setFaults] = useState<Record<string, string>>({})
  const { send, sending, problem } = useAction(openDispute)

  const submit = async () => {
    const found: Record<string, string> = {
      ...(title.trim().length < 2 ? { title: '请写摘要，例如：楼上漏水。' } : {}),
      ...(content.trim().length < 2 ? { content: '请写明纠纷情况。' } : {}),
      ...(kind ? {} : { kind: '请选择纠纷类型。' }),
      ...(area ? {} : { area: '请选择在哪个网格或社区。' }),
      ...(parties.some(({ person, name }) => !person && name.trim() === '')
        ? { parties: '请写明每一方当事人的姓名，或者从居民里选。' }
        : {}),
    }
    setFaults(found)
    const first = Object.keys(found)[0]
    if (first) return document.getElementById(`${id}-${first}`)?.focus()
    const made = await send({
      area: area!,
      kind: kind!,
      title,
      content,
      parties: parties.map(({ person, name, phone, address }) => ({
        person: person ?? null,
        name,
        phone,
        address,
      })),
      ...(matter && seen ? { matter: { id: matter, seen: Number(seen) } } : {}),
    }).catch(() => null)
    if (made?.id) go(`/disputes/${made.id}`)
    else if (made) setHanded(made)
  }
  const fault = (key: string) =>
    faults[key] && (
      <p className="field-error" role="alert">
        {faults[key]}
      </p>
    )
  if (handed) return <Handed {...handed} />
  return (
    <Page
      title="登记纠纷"
      lead={
        matter
          ? '这件诉求会答复为“已转为人民调解”，以后的情况只有调解员和指派人看得到。'
          : '登记后只有调解员和指派人看得到。'
      }
    >
      <form
        className="form-stack record-form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <ProblemAlert problem={problem} />
        <div className="field">
          <label htmlFor={`${id}-title`}>摘要</label>
          <Input
            id={`${id}-title`}
            autoFocus
            maxLength={60}
            value={title}
            placeholder="例如：楼上卫生间漏水"
            onChange={(event) => setTitle(event.target.value)}
          />
          {fault('title')}
        </div>
        <div className="field">
          <label htmlFor={`${id}-content`}>纠纷情况</label>
          <Input.TextArea
            id={`${id}-content`}
            rows={4}
            maxLength={2000}
            value={content}
            placeholder="从什么时候起，为什么事，各方怎么说，要求什么。"
            onChange={(event) => setContent(event.target.value)}
          />
          {fault('content')}
        </div>
        <div className="field">
          <label htmlFor={`${id}-kind`}>纠纷类型</label>
          <Select
            id={`${id}-kind`}
            value={kind ?? null}
            options={kinds}
            onChange={setKind}
            placeholder="请选择"
          />
          {fault('kind')}
        </div>
        <div className="field">
          <label htmlFor={`${id}-area`}>所在网格或社区</label>
          <AreaSelect id={`${id}-area`} value={area} onChange={setArea} invalid={'area' in faults} />
          {fault('area')}
        </div>
        <PartyList value={parties} onChange={setParties} />
        {fault('parties')}
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={sending} disabled={past}>
            登记
          </Button>
          <Button onClick={() => go(matter ? `/matters/${matter}` : '/disputes')}>取消</Button>
        </div>
      </form>
    </Page>
  )
}

export default OpenPage
