import { codeLists } from '../../../../core/code/index.ts'
import type { Field, FieldTypeSpec } from '../../../../core/definition/index.ts'
import type { Element, ElementType } from '../../../../core/dictionary/index.ts'
import { registryRecords } from '../../../registry/index.ts'
import { builtInLedgers } from '../../definition.ts'

const plain: Readonly<Record<Exclude<ElementType, 'choice'>, string>> = {
  address: 'address',
  area: 'areaPath',
  creditCode: 'creditCode',
  date: 'date',
  decimal: 'decimal',
  email: 'text',
  flag: 'flag',
  idNumber: 'idNumber',
  integer: 'integer',
  longText: 'longText',
  money: 'money',
  month: 'month',
  phone: 'phone',
  text: 'text',
  year: 'year',
}

/** How the house itself records an element, by its key: one element, one meaning (一数一源). */
const known = new Map<string, Field>(
  [...registryRecords, ...builtInLedgers].flatMap(({ fields }) =>
    Object.values(fields).map((field) => [field.element, field] as const),
  ),
)

/** The list by which a choice of the dictionary is coded, where the house has one. */
const listOf = ({ key }: Element): string | undefined => {
  const [entity = '', name = ''] = key.split('.')
  const joined = `${entity}${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  return [joined, name].find((each) => Object.hasOwn(codeLists, each))
}

/** How values of an element are written: as the house does, else by the element's own type. */
export const specOfElement = (element: Element): FieldTypeSpec => {
  const field = known.get(element.key)
  if (field && field.type.control.kind !== 'reference') return field.type.spec
  if (element.type !== 'choice') return { type: plain[element.type] }
  return { type: 'code', list: listOf(element) ?? { items: [] } }
}
