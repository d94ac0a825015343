import { ageOn } from '../../../../core/time/age.ts'
import type { RecordView } from '../../../../platform/contract/records.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import './entry.css'

type Subject = NonNullable<RecordView['subject']>

const wordAge = (birthDate: unknown, day: string): string =>
  typeof birthDate === 'string' ? `${ageOn(birthDate, day)} 岁` : ''

/** Who somebody is on a day, as far as a line tells: `女 · 66 岁`. */
export const wordPerson = ({ display, values }: Pick<Subject, 'display' | 'values'>, day: string): string =>
  [display.sex, wordAge(values.birthDate, day)].filter(Boolean).join(' · ')

interface SubjectLineProps {
  subject: Subject
  areaName: string
  /** The name is said here; elsewhere the page's heading says it. */
  named?: boolean
}

/** The person whom an entry is about, in one line, and the way to their page. */
export const SubjectLine = ({ subject, areaName, named = false }: SubjectLineProps) => {
  const { day } = useViewpoint()
  return (
    <p className="subject-line">
      {named && <strong>{subject.display.name}</strong>}
      <span>{[wordPerson(subject, day), areaName].filter(Boolean).join(' · ')}</span>
      <PageLink to={`/registry/persons/${subject.id}`} aria-label={`${subject.display.name ?? ''}的居民主页`}>
        居民主页
      </PageLink>
    </p>
  )
}
