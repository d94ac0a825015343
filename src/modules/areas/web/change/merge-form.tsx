import { Button, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'
import type { AreaView } from '../../../../platform/contract/session.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { type Contents, mergeAreas } from '../../contract.ts'
import { useChangeNotice } from './use-change-notice.ts'

interface MergeFormProps {
  areas: readonly (AreaView & { contents: Contents })[]
  finish: () => void
}

/** Which area goes on, under which name, from when; and what that moves. */
export const MergeForm = ({ areas, finish }: MergeFormProps) => {
  const { today } = useViewpoint()
  const id = useId()
  const [chosen, setInto] = useState<string>()
  const [name, setName] = useState('')
  const [on, setOn] = useState(today)
  const [following, setFollowing] = useState(true)
  const [reason, setReason] = useState('')
  const { send, sending, problem } = useAction(mergeAreas)
  const notice = useChangeNotice()
  const staying = areas.find(({ path }) => path === chosen) ?? areas[0]!
  const ending = areas.filter(({ path }) => path !== staying.path)
  const sum = (of: readonly { contents: Contents }[], key: Exclude<keyof Contents, 'path'>) =>
    of.reduce((total, { contents }) => total + contents[key], 0)
  const names = ending.map((area) => area.name).join('、')
  const merge = async () => {
    const answer = await send({
      areas: areas.map(({ path }) => path),
      into: staying.path,
      ...(name.trim() ? { name: name.trim() } : {}),
      on,
      followingPosts: following,
      reason,
    }).catch(() => undefined)
    if (!answer) return
    notice(`${names}已并入${name.trim() || staying.name}。`, answer)
    finish()
  }
  return (
    <Section title={`合并 ${areas.length} 个区域`}>
      <form
        className="record-form"
        onSubmit={(event) => {
          event.preventDefault()
          void merge()
        }}
      >
        <div className="field">
          <label htmlFor={`${id}into`}>保留哪一个</label>
          <Select
            id={`${id}into`}
            value={staying.path}
            options={areas.map((area) => ({ value: area.path, label: area.name }))}
            onChange={setInto}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}name`}>
            合并后的名称<span className="field-optional">不填就用原名</span>
          </label>
          <Input
            id={`${id}name`}
            value={name}
            placeholder={staying.name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}on`}>从哪一天起</label>
          <DateField id={`${id}on`} value={on} max={today} onChange={setOn} />
        </div>
        <Checkbox checked={following} onChange={(event) => setFollowing(event.target.checked)}>
          原来的人员随之转到合并后的区域
        </Checkbox>
        <div className="field">
          <label htmlFor={`${id}reason`}>
            依据或原因<span className="field-optional">可不填</span>
          </label>
          <Input id={`${id}reason`} value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
        <div className="notice" role="note" aria-label="合并会改动什么">
          <p>
            {names}的 {sum(ending, 'persons')} 位居民、{sum(ending, 'households')} 户、
            {sum(ending, 'dwellings')} 套房屋和 {sum(ending, 'entries')} 条台账记录从 {on || '这一天'} 起归入
            {name.trim() || staying.name}
            ，合并后共 {sum(areas, 'persons')} 位居民；此前的日期仍按原来的区域显示。
          </p>
        </div>
        <ProblemAlert problem={problem} />
        <p>
          <Button type="primary" htmlType="submit" loading={sending} disabled={on === ''}>
            合并
          </Button>
        </p>
      </form>
    </Section>
  )
}
