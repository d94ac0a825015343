import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { ActionContract } from '../../../../platform/contract/route.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import type { DisputeStory } from '../../contract.ts'

type Taken = z.ZodObject<{ id: z.ZodUUID; seen: z.ZodNumber }>

/** A step of the dispute on the page: `take` sends it with what was seen, and closes its form once it is done. */
export const useStep = <Input extends Taken>(
  contract: ActionContract<Input, z.ZodType>,
  { line, seen }: DisputeStory,
  close: () => void,
) => {
  const { send, sending, problem } = useAction(contract)
  const take = async (input: Omit<z.input<Input>, 'id' | 'seen'>) => {
    const done = await send({ id: line.id, seen, ...input } as z.input<Input>).catch(() => undefined)
    if (done) close()
  }
  return { take, sending, problem }
}

/** The frame of a step's form: what went wrong, the fields, the buttons. */
export const StepShell = ({
  title,
  step,
  send,
  close,
  children,
}: {
  title: string
  step: Pick<ReturnType<typeof useStep>, 'sending' | 'problem'>
  send: () => Promise<void>
  close: () => void
  children: ReactNode
}) => (
  <form
    className="form-stack dispute-form"
    aria-label={title}
    onSubmit={(event) => {
      event.preventDefault()
      void send()
    }}
    onKeyDown={(event) => {
      if (event.key === 'Escape') close()
    }}
  >
    <ProblemAlert problem={step.problem} />
    {children}
    <div className="form-actions">
      <Button type="primary" htmlType="submit" loading={step.sending}>
        {title}
      </Button>
      <Button onClick={close}>取消</Button>
    </div>
  </form>
)
