import { ageOn } from '../../../core/time/age.ts'
import type { RecordView } from '../../../platform/contract/records.ts'

/** Who a person is in one line: `女,67 岁(1959年3月2日生),汉族，住书院社区第3网格`. */
export const wordPerson = (person: RecordView, day: string): string => {
  const { sex, birthDate, ethnicity, populationType } = person.display
  const born = person.values.birthDate
  const age = typeof born === 'string' && born <= day ? `${ageOn(born, day)} 岁` : undefined
  return [
    sex,
    age && (birthDate ? `${age}（${birthDate}生）` : age),
    ethnicity,
    populationType,
    person.values.residenceStatus === '2' || person.values.residenceStatus === '3'
      ? `人户分离（${person.display.residenceStatus}）`
      : undefined,
    person.areaName,
  ]
    .filter(Boolean)
    .join('，')
}
