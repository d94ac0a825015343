import type { DefinitionView } from '../../contract/catalogue.ts'
import type { RecordView } from '../../contract/records.ts'
import { MaskedValue } from './masked-value.tsx'

interface RecordFactsProps {
  definition: DefinitionView
  record: RecordView
  /** Keys to leave out, since the page says them elsewhere. */
  except?: readonly string[]
}

/** The fields of a record that are filled, masked ones with the eye. */
export const RecordFacts = ({ definition, record, except = [] }: RecordFactsProps) => {
  const filled = definition.fields.filter(
    (field) => !except.includes(field.key) && (record.display[field.key] ?? '') !== '',
  )
  if (filled.length === 0) return <p className="quiet">还没有填写内容。</p>
  return (
    <dl className="facts">
      {filled.map((field) => (
        <div key={field.key}>
          <dt>{field.title}</dt>
          <dd>
            {record.masked.includes(field.key) ? (
              <MaskedValue
                definition={definition.name}
                id={record.id}
                field={field.key}
                title={field.title}
                masked={record.display[field.key]!}
              />
            ) : (
              <>
                {record.display[field.key]}
                {field.unit && ` ${field.unit}`}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
