import type { RecordView } from '../../../../platform/contract/records.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { MaskedValue } from '../../../../platform/web/record/masked-value.tsx'

/** What the registry says of the person and an entry is read with; all else stands on the person's page. */
const shown = ['idNumber', 'mobile', 'registeredAddress']

/** The person's number and telephone, masked, so that one need not change the page to use them. */
export const SubjectFacts = ({ subject }: { subject: NonNullable<RecordView['subject']> }) => {
  const definition = useDefinition(subject.kind)
  const fields = definition?.fields.filter(({ key }) => shown.includes(key) && subject.display[key]) ?? []
  if (fields.length === 0) return null
  return (
    <>
      <h2>居民登记</h2>
      <dl className="facts">
        {fields.map(({ key, title, sensitive }) => (
          <div key={key}>
            <dt>{title}</dt>
            <dd>
              {sensitive ? (
                <MaskedValue
                  definition={subject.kind}
                  id={subject.id}
                  field={key}
                  title={title}
                  masked={subject.display[key]!}
                />
              ) : (
                subject.display[key]
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
