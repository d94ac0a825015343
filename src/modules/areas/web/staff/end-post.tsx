import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { Bubble } from '../../../../platform/web/bubble/bubble.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { endPost, type PostRow } from '../../posts-contract.ts'

const EndForm = ({ post, close }: { post: PostRow; close: () => void }) => {
  const { today } = useViewpoint()
  const id = useId()
  const [on, setOn] = useState(today)
  const [reason, setReason] = useState('')
  const { send, sending, problem } = useAction(endPost)
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        void send({ post: post.id, on, reason }).then(close, () => undefined)
      }}
    >
      <p>
        {post.staffName}不再担任{post.areaName}
        {post.roleTitle}，以前的任期仍可查到。
      </p>
      <div className="field">
        <label htmlFor={`${id}on`}>从哪一天起不在岗</label>
        <DateField id={`${id}on`} value={on} onChange={setOn} />
      </div>
      <div className="field">
        <label htmlFor={`${id}reason`}>
          原因<span className="field-optional">可不填</span>
        </label>
        <Input id={`${id}reason`} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <ProblemAlert problem={problem} />
      <Button type="primary" htmlType="submit" loading={sending} disabled={on === ''}>
        结束岗位
      </Button>
    </form>
  )
}

/** Ends a post without a successor. */
export const EndPost = ({ post }: { post: PostRow }) => (
  <Bubble
    label={`结束${post.staffName}的岗位`}
    placement="bottomRight"
    button={(trigger) => (
      <Button {...trigger} size="small">
        结束
        <span className="visually-hidden">
          {post.areaName}
          {post.roleTitle}
          {post.staffName}
        </span>
      </Button>
    )}
    content={(close) => <EndForm post={post} close={close} />}
  />
)
