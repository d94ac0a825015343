import { Button } from 'antd'
import { type ComponentType, useState } from 'react'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import type { DisputeStory } from '../../contract.ts'
import { type StepName, transitions } from '../../life/states.ts'
import { AgreeForm } from './agree-form.tsx'
import { AssignForm } from './assign-form.tsx'
import { CloseForm, ReopenForm, RevisitForm } from './ending-forms.tsx'
import { SessionForm } from './session-form.tsx'
import type { FormProps } from './step-form.ts'

/** What is taken here; fulfilment is written beside each item of the agreement. */
const forms: Partial<Record<StepName, ComponentType<FormProps>>> = {
  session: SessionForm,
  agree: AgreeForm,
  revisit: RevisitForm,
  assign: AssignForm,
  close: CloseForm,
  reopen: ReopenForm,
}

/** What can be done now, as buttons; the chosen one opens its form below them. */
export const NextSteps = ({ story }: { story: DisputeStory }) => {
  const { past } = useViewpoint()
  const [chosen, choose] = useState<StepName | null>(null)
  const steps = past
    ? []
    : (Object.keys(transitions) as StepName[]).filter((step) => forms[step] && story.can.includes(step))
  if (steps.length === 0) return <p className="quiet">现在不需要您做什么。</p>
  const open = chosen && steps.includes(chosen) ? chosen : null
  const Form = open && forms[open]
  return (
    <>
      <div className="dispute-steps">
        {steps.map((step, index) => (
          <Button
            key={step}
            type={index === 0 && !open ? 'primary' : 'default'}
            aria-expanded={open === step}
            onClick={() => choose(step)}
          >
            {transitions[step].title}
          </Button>
        ))}
      </div>
      {Form && <Form key={open} story={story} close={() => choose(null)} />}
    </>
  )
}
