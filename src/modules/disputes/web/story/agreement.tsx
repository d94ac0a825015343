import { Button, Input } from 'antd'
import { useState } from 'react'
import { formatDateChinese } from '../../../../core/time/index.ts'
import { Section } from '../../../../platform/web/page/section.tsx'
import { type DisputeStory, recordFulfilment } from '../../contract.ts'
import { StepShell, useStep } from './step-shell.tsx'

const standings = { open: '还没有履行', kept: '已履行', failed: '没有履行' }

const Fulfil = ({ story, item, close }: { story: DisputeStory; item: number; close: () => void }) => {
  const [text, setText] = useState('')
  const step = useStep(recordFulfilment, story, close)
  return (
    <StepShell title="已履行" step={step} send={() => step.take({ item, kept: true, text })} close={close}>
      <Input.TextArea
        aria-label="履行情况"
        placeholder="履行情况；没有履行的请写明原因"
        rows={2}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button danger onClick={() => void step.take({ item, kept: false, text })}>
        没有履行
      </Button>
    </StepShell>
  )
}

/** What was agreed, item by item, and whether it was kept; the paper to sign. */
export const Agreement = ({ story }: { story: DisputeStory }) => {
  const [open, setOpen] = useState<number | null>(null)
  const { agreement, line } = story
  return (
    <Section
      title={`调解协议（${formatDateChinese(agreement!.on)}）`}
      extra={
        <Button href={`/api/disputes/${line.id}/agreement.docx`} download>
          下载协议书
        </Button>
      }
    >
      <ol className="dispute-items">
        {agreement!.items.map((item, index) => (
          <li key={`${item.party}${item.text}${item.due}`}>
            <span>
              <strong>{item.party}</strong>：{item.text}
            </span>
            <span className="quiet">
              {item.due} 前 · {standings[item.state]}
              {item.note && `：${item.note}`}
            </span>
            {story.can.includes('fulfil') && item.state !== 'kept' && open !== index && (
              <Button size="small" onClick={() => setOpen(index)}>
                记录履行
              </Button>
            )}
            {open === index && <Fulfil story={story} item={index} close={() => setOpen(null)} />}
          </li>
        ))}
      </ol>
    </Section>
  )
}
