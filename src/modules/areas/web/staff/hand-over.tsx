import { App, Button, Checkbox, Select } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { getOpenWork, handOverPost, type PostRow, type StaffRow } from '../../posts-contract.ts'

interface HandOverProps {
  post: PostRow
  staff: readonly StaffRow[]
  close: () => void
}

/** Somebody else holds the post from a day on; what is open goes along. */
export const HandOver = ({ post, staff, close }: HandOverProps) => {
  const { today } = useViewpoint()
  const { message } = App.useApp()
  const id = useId()
  const [to, setTo] = useState<string>()
  const [on, setOn] = useState(today)
  const [work, setWork] = useState(true)
  const { send, sending, problem } = useAction(handOverPost)
  const open = useRoute(getOpenWork, { params: { id: post.id } }).data?.work ?? []
  const successor = staff.find((one) => one.id === to)
  const handOver = async () => {
    if (!to) return
    const answer = await send({ post: post.id, to, on, work }).catch(() => undefined)
    if (!answer) return
    void message.success(
      `${post.areaName}${post.roleTitle}从 ${on} 起由${successor?.name}负责${answer.work > 0 ? `，移交 ${answer.work} 件未办事项` : ''}。`,
    )
    close()
  }
  return (
    <Section title={`交接${post.areaName}${post.roleTitle}`}>
      <form
        className="record-form"
        onSubmit={(event) => {
          event.preventDefault()
          void handOver()
        }}
      >
        <p>现在由{post.staffName}负责。</p>
        <div className="field">
          <label htmlFor={`${id}to`}>交给谁</label>
          <Select
            id={`${id}to`}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="输入姓名查找"
            value={to ?? null}
            options={staff
              .filter((one) => one.id !== post.staff)
              .map((one) => ({ value: one.id, label: one.name }))}
            onChange={(chosen: string | null) => setTo(chosen ?? undefined)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}on`}>从哪一天起</label>
          <DateField id={`${id}on`} value={on} onChange={setOn} />
        </div>
        <Checkbox checked={work} onChange={(event) => setWork(event.target.checked)}>
          未办的事一并移交
        </Checkbox>
        {open.length > 0 ? (
          <ul className="plain-list" aria-label="未办的事">
            {open.map((one) => (
              <li key={`${one.kind} ${one.title}`}>
                {one.title}
                <p className="quiet">{one.kind}</p>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{post.staffName}名下没有未办的事。台账和诉求跟着网格走，不用移交。</p>
        )}
        {on > today && work && open.length > 0 && (
          <p className="notice">
            到 {on} 之前仍由{post.staffName}办理，那天起请再来移交余下的。
          </p>
        )}
        <ProblemAlert problem={problem} />
        <p className="roster-names">
          <Button type="primary" htmlType="submit" loading={sending} disabled={!to || on === ''}>
            交接
          </Button>
          <Button onClick={close}>取消</Button>
        </p>
      </form>
    </Section>
  )
}
