import type { ChangeAnswer } from '../../change-contract.ts'
import { KinshipSelect } from './ask-row.tsx'

interface RelationRowsProps {
  prefix: string
  relations: ChangeAnswer['relations']
  said: Readonly<Record<string, string>>
  onChange: (said: Record<string, string>) => void
  /** Whether somebody tried to confirm. */
  asked: boolean
}

/** Relations to the head that do not follow surely: chosen or confirmed by a person. */
export const RelationRows = ({ prefix, relations, said, onChange, asked }: RelationRowsProps) =>
  relations
    .filter(({ certain, person }) => !certain || said[person])
    .map(({ person, name, code }) => {
      const id = `${prefix}-relation-${person}`
      const missing = asked && !said[person] && !code
      return (
        <div className="field" key={person}>
          <label htmlFor={id}>{name}与户主关系</label>
          <KinshipSelect
            id={id}
            value={said[person] ?? code ?? undefined}
            onChange={(chosen) => onChange({ ...said, [person]: chosen })}
            describedBy={`${id}-help`}
          />
          <p className={missing ? 'field-error' : 'field-help'} id={`${id}-help`}>
            {code && !said[person] ? '按原来的关系推断，不对可以改。' : '推断不出来，请选择。'}
          </p>
        </div>
      )
    })
