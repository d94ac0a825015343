import { readIdNumber } from '../../../core/identity/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { changeIdNumber as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { nameOf, stagePerson } from '../changes/draft.ts'
import { findByIdNumber } from '../storage/find-by-id-number.ts'

const refuse = (message: string): never => {
  throw new Problem('field.invalid', message, { places: [{ field: 'idNumber', message }] })
}

/** 身份证号变更: an old number of 15 digits converted, a wrong one corrected, or a new one given. */
export const changeIdNumber = defineChange(contract, async (draft, input) => {
  const holder = await stagePerson(draft, input.person)
  const read = readIdNumber(input.idNumber)
  if (!read.ok) return refuse(read.message)
  const { idNumber, birthDate, sex } = read.value
  if (idNumber === holder.before.idNumber) refuse('新的身份证号与现在登记的相同，不需要变更。')
  if (birthDate !== holder.before.birthDate || sex !== holder.before.sex)
    refuse('新身份证号中的出生日期或性别与登记的不一致，请先更正出生日期、性别，或核对号码。')
  const taken = await findByIdNumber(draft.repository, idNumber)
  if (taken && taken !== holder.id)
    throw new Problem(
      'person.already_there',
      '这个身份证号已登记在另一条居民记录上。若是同一个人，请在「疑似重复」中核对后合并。',
      { places: [{ field: 'idNumber', message: '已经登记过' }] },
    )
  holder.values.idNumber = idNumber
  holder.values.idType = holder.values.idType ?? '111'
  holder.mode = input.mode
  return { title: `${nameOf(holder)}身份证号${input.mode === 'change' ? '变更' : '更正'}`, person: holder }
})
