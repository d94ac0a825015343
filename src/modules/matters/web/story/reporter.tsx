import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { Bubble } from '../../../../platform/web/bubble/bubble.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { type MatterStory, revealReporter } from '../../contract.ts'

const Asking = ({ id, close }: { id: string; close: () => void }) => {
  const [purpose, setPurpose] = useState('')
  const [shown, setShown] = useState<{ name: string; phone: string } | null>(null)
  const { send, sending, problem } = useAction(revealReporter)
  if (shown)
    return (
      <p>
        {shown.name} <a href={`tel:${shown.phone}`}>{shown.phone}</a>
      </p>
    )
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        void send({ id, purpose }).then(setShown, () => undefined)
      }}
    >
      <ProblemAlert problem={problem} />
      <Input
        autoFocus
        aria-label="查看的用途"
        placeholder="查看的用途，如：联系本人核实"
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending} disabled={purpose.trim().length < 2}>
          查看
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
      <p className="quiet">看一次记一次。</p>
    </form>
  )
}

/** Who said it, masked; the number for those who handle it or call back. */
export const Reporter = ({ story }: { story: MatterStory }) => {
  const { name, phone, anonymous } = story.reporter
  return (
    <Section title="反映人">
      <p>
        {anonymous ? '匿名' : name || '没有留姓名'} {phone || '没有留电话'}
      </p>
      {story.mayReveal && phone !== '' && (
        <Bubble
          label="查看联系方式"
          button={(trigger) => (
            <Button size="small" {...trigger}>
              查看电话
            </Button>
          )}
          content={(close) => <Asking id={story.matter.id} close={close} />}
        />
      )}
    </Section>
  )
}
