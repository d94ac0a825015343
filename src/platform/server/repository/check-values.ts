import type { Definition } from '../../../core/definition/index.ts'
import { type Place, Problem } from '../../contract/problem.ts'
import type { Values } from './row.ts'

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/**
 * Holds values against a definition. Throws `field.invalid` with every fault at its field; empty ones become
 * missing. Unknown keys and those the system keeps are refused too.
 */
export const checkValues = (definition: Definition, values: Values): Values => {
  const places: Place[] = []
  const checked: Values = {}
  for (const key of Object.keys(values)) {
    const field = definition.fields[key]
    if (!field) places.push({ field: key, message: `${definition.title}没有「${key}」这一项。` })
  }
  for (const field of Object.values(definition.fields)) {
    const value = values[field.key]
    if (isEmpty(value)) {
      if (field.required) places.push({ field: field.key, message: `请填写${field.title}。` })
      continue
    }
    const result = field.type.schema.safeParse(value)
    if (result.success) checked[field.key] = result.data
    else
      places.push({
        field: field.key,
        message: `${field.title}：${result.error.issues[0]?.message ?? '填写不对'}`,
      })
  }
  if (places.length > 0)
    throw new Problem('field.invalid', `有 ${places.length} 处填写不对：${places[0]!.message}`, { places })
  return checked
}
