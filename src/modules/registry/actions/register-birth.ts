import { Problem } from '../../../platform/contract/problem.ts'
import { checkValues } from '../../../platform/server/repository/check-values.ts'
import { mergeValues } from '../../../platform/server/repository/merge-values.ts'
import { registerBirth as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { enter, nameOf, refuseEarlier } from '../changes/draft.ts'
import { stageWithHome } from '../changes/one-household.ts'
import { person } from '../definition.ts'
import { kinshipOfNewborn } from '../kinship/rebase-kinship.ts'
import { findByIdNumber } from '../storage/find-by-id-number.ts'

/** 出生: a child enters the mother's household on the day of birth. */
export const registerBirth = defineChange(contract, async (draft, input) => {
  const { person: mother, home } = await stageWithHome(draft, input.mother)
  if (!home) throw new Problem('field.invalid', `${nameOf(mother)}还没有登记所在住户，请先登记住户。`)
  if (mother.values.sex !== '2')
    throw new Problem('field.invalid', '请选择母亲。父亲一方落户的，请办理迁入。', {
      places: [{ field: 'mother', message: '不是女性' }],
    })
  const values = checkValues(person, {
    birthDate: draft.on,
    ethnicity: mother.values.ethnicity,
    maritalStatus: '10',
    populationType: mother.values.populationType,
    ...mergeValues(person, {}, input.values),
  })
  if (values.birthDate !== draft.on)
    throw new Problem('field.invalid', '出生登记从出生那天起，两个日期要相同。', {
      places: [{ field: 'birthDate', message: '与登记日期不同' }],
    })
  if (values.idNumber && (await findByIdNumber(draft.repository, String(values.idNumber))))
    throw new Problem('person.already_there', '这个身份证号已经登记过，不需要重复登记。', {
      places: [{ field: 'idNumber', message: '已经登记过' }],
    })
  const isMotherHead = home.before.head === mother.id
  const relation = kinshipOfNewborn(
    isMotherHead ? '02' : (mother.before.relationToHead as string | undefined),
    String(values.sex),
  )
  refuseEarlier(draft, home)
  const child = enter(draft, person, {
    area: home.area,
    values: {
      ...values,
      household: home.id,
      relationToHead: relation.certain ? relation.code : undefined,
    },
  })
  return {
    title: `${nameOf(mother)}之${values.sex === '2' ? '女' : '子'}${nameOf(child)}出生`,
    person: child,
    household: home,
  }
})
