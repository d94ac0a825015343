import { Button } from 'antd'
import { useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import type { MatterStory } from '../../contract.ts'
import { type StepName, transitions } from '../../life/states.ts'
import { PreparedWords } from './prepared-words.tsx'
import { StepForm } from './step-form.tsx'
import { stepForms } from './step-forms.ts'

/** The likeliest first; the rest is shown when asked for. */
const order: readonly StepName[] = [
  'accept',
  'decide',
  'callback',
  'grantPause',
  'grantExtension',
  'refuseRequest',
  'answer',
  'resume',
  'progress',
  'dispatch',
  'return',
  'summon',
  'escalate',
  'extend',
  'pause',
  'reclassify',
  'split',
  'merge',
  'close',
  'withdraw',
  'reopen',
]
const inFront = 4

/** What can be done now, as buttons; the chosen one opens its form below them. */
export const NextSteps = ({ story }: { story: MatterStory }) => {
  const { today, past } = useViewpoint()
  const [chosen, choose] = useState<StepName | null>(null)
  const [all, setAll] = useState(false)
  const steps = past ? [] : order.filter((step) => story.can.includes(step))
  if (steps.length === 0)
    return <p className="quiet">{past ? '正在看过去的日期，不能办理。' : '现在不需要您做什么。'}</p>
  const forms = stepForms(today)
  const shown = all ? steps : steps.slice(0, inFront)
  const open = chosen && steps.includes(chosen) ? chosen : null
  return (
    <>
      <div className="next-steps">
        {shown.map((step, index) => (
          <Button
            key={step}
            type={index === 0 && !open ? 'primary' : 'default'}
            aria-expanded={open === step}
            onClick={() => choose(step)}
          >
            {transitions[step].title}
          </Button>
        ))}
        {shown.length < steps.length && (
          <Button type="text" onClick={() => setAll(true)}>
            更多办法
          </Button>
        )}
        {story.matter.state !== 'closed' && (
          <PageLink to={`/matters/${story.matter.id}/slip`}>打印回访单</PageLink>
        )}
      </div>
      {open && (
        <StepForm
          key={open}
          form={forms[open]}
          matter={{ id: story.matter.id, seen: story.seen }}
          standing={{
            category: story.matter.category,
            class: story.class,
            ...(open === 'dispatch' ? { to: story.proposed?.body } : {}),
          }}
          close={() => choose(null)}
          prepared={(set) =>
            (open === 'answer' || open === 'callback') && (
              <PreparedWords matter={story.matter.id} use={open} take={(text) => set('text', text)} />
            )
          }
        />
      )}
    </>
  )
}
