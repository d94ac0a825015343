import { Button, Checkbox, Input, Select } from 'antd'
import { useDeferredValue, useEffect, useId, useState } from 'react'
import type { z } from 'zod'
import { useGo, usePageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { findOutboxItem } from '../../../../platform/web/outbox/outbox-store.ts'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { categories } from '../../category/categories.ts'
import { proposeCategories } from '../../category/propose-category.ts'
import { matterChannel } from '../../codes.ts'
import { prepareMatter, type recordMatter } from '../../contract.ts'
import { LastingNote } from '../lasting-note.tsx'
import '../matters.css'
import { PhotoField } from '../photos/photo-field.tsx'
import { type ChosenPlace, PlaceOnMap } from './place-on-map.tsx'
import { SimilarMatters } from './similar-matters.tsx'
import { useRecordOutbox } from './use-record-outbox.ts'

const channels = matterChannel.items
  .filter(({ code }) => !['page', 'open311', 'lasting'].includes(code))
  .map(({ code, title }) => ({ value: code, label: title }))

const empty = {
  content: '',
  place: '',
  category: undefined as string | undefined,
  channel: 'phone',
  reporterName: '',
  reporterPhone: '',
  anonymous: false,
  photos: [] as string[],
  /** Photos that wait for the network. */
  later: [] as Blob[],
  at: null as ChosenPlace | null,
}

/** Writes down what a resident says, in under a minute: the words first, the rest is proposed from them. */
const RecordPage = () => {
  const id = useId()
  const go = useGo()
  const { area: lookedAt, past } = useViewpoint()
  const { posts } = useMe()
  // Whoever works in one place records there, unless they say otherwise.
  const [area, setArea] = useState(lookedAt ?? (posts.length === 1 ? posts[0]?.area : undefined))
  const [said, setSaid] = useState(empty)
  const [missing, setMissing] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof empty>) => setSaid((now) => ({ ...now, ...change }))
  const words = useDeferredValue({ content: said.content, place: said.place })
  const { data: hints } = useRoute(
    prepareMatter,
    { query: { ...words, ...said.at, area } },
    { enabled: words.content.trim().length >= 4, keepPrevious: true },
  )
  const { outbox } = usePageSearch()
  const { send, sending, problem } = useRecordOutbox(outbox)
  useEffect(() => {
    if (!outbox) return
    void findOutboxItem(outbox).then((item) => {
      if (!item) return
      const {
        area: of,
        longitude,
        latitude,
        ...input
      } = item.input as unknown as z.input<typeof recordMatter.input>
      setArea(of)
      setSaid({
        ...empty,
        ...input,
        photos: input.photos ?? [],
        at: longitude && latitude ? { longitude, latitude } : null,
        later: item.files.map(({ blob }) => blob),
      })
    })
  }, [outbox])
  // Without a connection the same rules propose here.
  const [guess] = hints ? [] : proposeCategories(`${words.content} ${words.place}`, 1)
  const category = said.category ?? hints?.categories[0]?.code ?? guess
  const proposed = hints?.categories.find(({ code }) => code === category)

  const submit = async () => {
    const faults = {
      ...(said.content.trim().length < 2 ? { content: '请写下反映的内容。' } : {}),
      ...(area ? {} : { area: '请选择在哪个网格或社区。' }),
      ...(category ? {} : { category: '请选择类别。' }),
    }
    setMissing(faults)
    if (Object.keys(faults).length > 0) {
      document.getElementById(`${id}-${Object.keys(faults)[0]}`)?.focus()
      return
    }
    const { channel, at, later, ...rest } = said
    const input = { ...rest, ...at, area: area!, category: category!, channel: channel as 'phone' }
    const made = await send(input, later)
    if (made === 'later') {
      setSaid(empty)
      if (outbox) go('/matters/new', { outbox: undefined })
    } else if (made) go(`/matters/${made}`)
  }
  const fault = (key: string) =>
    missing[key] && (
      <p className="field-error" id={`${id}-${key}-fault`} role="alert">
        {missing[key]}
      </p>
    )
  const describe = (key: string) => (missing[key] ? { 'aria-describedby': `${id}-${key}-fault` } : {})

  return (
    <Page
      title="受理诉求"
      lead="谁先听到，谁先负责，直到别的单位签收。"
      side={
        hints && (
          <>
            {hints.lasting
              .filter((task) => task.category === category)
              .map((task) => (
                <LastingNote key={task.id} task={task} />
              ))}
            <SimilarMatters rows={hints.similar} />
          </>
        )
      }
    >
      <form
        className="record-form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void submit()
        }}
      >
        <ProblemAlert problem={problem} />
        <div className="field">
          <label htmlFor={`${id}-content`}>反映的内容</label>
          <Input.TextArea
            id={`${id}-content`}
            autoFocus
            rows={4}
            maxLength={2000}
            value={said.content}
            placeholder="照原话记，例如：3号楼2单元楼道灯不亮，老人上下楼看不见。"
            onChange={(event) => set({ content: event.target.value })}
            {...describe('content')}
          />
          {fault('content')}
        </div>
        <div className="field">
          <label htmlFor={`${id}-place`}>
            地点<span className="field-optional">可不填</span>
          </label>
          <Input
            id={`${id}-place`}
            maxLength={120}
            value={said.place}
            placeholder="小区、楼号、单元，或路口"
            onChange={(event) => set({ place: event.target.value })}
          />
          <PlaceOnMap area={area} value={said.at} onChange={(at) => set({ at })} />
        </div>
        <div className="field">
          <span className="field-name">
            照片<span className="field-optional">可不填</span>
          </span>
          <PhotoField
            label="照片"
            value={said.photos}
            onChange={(photos) => set({ photos })}
            later={said.later}
            onLater={(later) => set({ later })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-area`}>所在网格或社区</label>
          <AreaSelect id={`${id}-area`} value={area} onChange={setArea} invalid={'area' in missing} />
          {fault('area')}
        </div>
        <div className="field">
          <label htmlFor={`${id}-category`}>类别</label>
          <Select
            id={`${id}-category`}
            showSearch={{ optionFilterProp: 'label' }}
            value={category ?? null}
            placeholder="写下内容后自动提出，也可以自己选"
            options={categories.map(({ code, title }) => ({ value: code, label: title }))}
            onChange={(chosen: string) => set({ category: chosen })}
          />
          {proposed && (
            <p className="field-help">
              按内容提出；办结期限 {proposed.limit}。
              {hints!.categories
                .filter(({ code }) => code !== category)
                .map(({ code, title }) => (
                  <Button key={code} type="link" size="small" onClick={() => set({ category: code })}>
                    改为{title}
                  </Button>
                ))}
            </p>
          )}
          {fault('category')}
        </div>
        <div className="field">
          <label htmlFor={`${id}-channel`}>来源</label>
          <Select
            id={`${id}-channel`}
            value={said.channel}
            options={channels}
            onChange={(channel: string) => set({ channel })}
          />
        </div>
        <Checkbox checked={said.anonymous} onChange={(event) => set({ anonymous: event.target.checked })}>
          反映人不愿留姓名
        </Checkbox>
        {!said.anonymous && (
          <div className="field">
            <label htmlFor={`${id}-name`}>
              反映人<span className="field-optional">可不填</span>
            </label>
            <Input
              id={`${id}-name`}
              maxLength={50}
              autoComplete="off"
              value={said.reporterName}
              onChange={(event) => set({ reporterName: event.target.value })}
            />
          </div>
        )}
        <div className="field">
          <label htmlFor={`${id}-phone`}>
            回访电话<span className="field-optional">可不填</span>
          </label>
          <Input
            id={`${id}-phone`}
            maxLength={20}
            inputMode="tel"
            autoComplete="off"
            value={said.reporterPhone}
            aria-describedby={`${id}-phone-help`}
            onChange={(event) => set({ reporterPhone: event.target.value })}
          />
          <p className="field-help" id={`${id}-phone-help`}>
            只有办理和回访的人能看到，看一次记一次；办结后谁也看不到。
          </p>
        </div>
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={sending} disabled={past}>
            受理
          </Button>
          <Button onClick={() => go('/matters')}>取消</Button>
        </div>
      </form>
    </Page>
  )
}

export default RecordPage
