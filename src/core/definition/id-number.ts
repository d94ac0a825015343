import { makeIdNumber, maskIdNumber, readIdNumber } from '../identity/index.ts'
import { type Parsed, parsed } from '../parsed.ts'
import { addDays } from '../time/index.ts'
import { wholeBetween } from './chance.ts'
import { checkedText } from './checked-text.ts'
import type { FieldType } from './field-type.ts'

const read = (text: string): Parsed<string> => {
  const answer = readIdNumber(text)
  return answer.ok ? parsed(answer.value.idNumber) : answer
}

/** A citizen identity number, GB 11643-1999. */
export const idNumber: FieldType<string> = {
  name: 'idNumber',
  column: 'text',
  schema: checkedText(read),
  control: { kind: 'text', maxLength: 18 },
  role: 'none',
  encryptable: true,
  parse: read,
  format: (value) => value,
  mask: maskIdNumber,
  sample: (chance) =>
    makeIdNumber(
      '990101',
      addDays('1935-01-01', wholeBetween(chance, 0, 32_000)),
      wholeBetween(chance, 1, 999),
    ),
  spec: { type: 'idNumber' },
}
