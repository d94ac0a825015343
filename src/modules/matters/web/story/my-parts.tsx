import { Button } from 'antd'
import { useState } from 'react'
import { answerPart, type MatterStory } from '../../contract.ts'
import { wordLeft } from '../words.ts'
import { StepForm } from './step-form.tsx'
import type { StepForm as Form } from './step-forms.ts'

const answering = (part: string): Form => ({
  action: answerPart,
  title: '反馈',
  fields: [{ key: 'text', title: '办理情况', kind: 'words' }],
  fixed: { part },
})

/** Who was summoned, to do what, until when; one's own share can be answered. */
export const Parts = ({ story }: { story: MatterStory }) => {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <ul className="plain-list matter-parts">
      {story.parts.map((part) => (
        <li key={part.id}>
          <strong>{part.body.title}</strong>：{part.task}
          <span className="quiet"> {part.done ? `已反馈：${part.answer}` : wordLeft(part.due)}</span>
          {part.mine && !part.done && open !== part.id && (
            <Button size="small" type="primary" onClick={() => setOpen(part.id)}>
              反馈
            </Button>
          )}
          {open === part.id && !part.done && (
            <StepForm
              form={answering(part.id)}
              matter={{ id: story.matter.id, seen: story.seen }}
              standing={{}}
              close={() => setOpen(null)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
