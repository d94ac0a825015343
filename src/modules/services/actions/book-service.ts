import { phone as phoneType } from '../../../core/definition/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newCode } from '../../../platform/server/http/public-code.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { bookService as contract } from '../contract.ts'
import { takePlace } from '../storage/bookings.ts'

/** A resident takes a place at a time. */
export const bookService = defineAction(contract, async (repository, { slot, name, phone }) => {
  const number = phoneType.parse(phone)
  if (!number.ok)
    throw new Problem('field.invalid', '电话号码不对，请看一遍。', {
      places: [{ field: 'phone', message: number.message }],
    })
  const id = newId()
  const code = newCode()
  const area = await takePlace(repository, { id, slot, code, name, phone: number.value })
  return { answer: { code }, audit: { subject: id, area, detail: { slot } } }
})
