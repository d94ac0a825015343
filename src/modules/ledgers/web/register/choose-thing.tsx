import { useId } from 'react'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { ReferenceSelect } from '../../../../platform/web/input/reference-select.tsx'

/** Asks which dwelling, household or other record to enter. */
export const ChooseThing = ({ of, choose }: { of: string; choose: (id: string) => void }) => {
  const id = useId()
  const title = useDefinition(of)?.title ?? ''
  return (
    <div className="field choose-person">
      <label htmlFor={id}>
        登记哪一{of === 'household' ? '户' : '处'}
        {title}
      </label>
      <ReferenceSelect
        id={id}
        record={of}
        value={undefined}
        onChange={(chosen) => chosen && choose(chosen)}
      />
    </div>
  )
}
