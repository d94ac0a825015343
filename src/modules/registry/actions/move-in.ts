import { Problem } from '../../../platform/contract/problem.ts'
import { checkValues } from '../../../platform/server/repository/check-values.ts'
import { findRow } from '../../../platform/server/repository/find.ts'
import { mergeValues } from '../../../platform/server/repository/merge-values.ts'
import type { Values } from '../../../platform/server/repository/row.ts'
import { valuesOf } from '../../../platform/server/repository/write.ts'
import { moveIn as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { type Draft, enter, homeName, nameOf, refuseEarlier, stageHousehold } from '../changes/draft.ts'
import { formHousehold } from '../changes/form-household.ts'
import { person } from '../definition.ts'
import { findByIdNumber } from '../storage/find-by-id-number.ts'
import { type Ended, findEnded, findEndedById } from '../storage/find-ended.ts'

const refuseStanding = async (draft: Draft, idNumber: unknown) => {
  const standing = idNumber ? await findByIdNumber(draft.repository, String(idNumber)) : undefined
  if (!standing) return
  const here = await findRow(draft.repository, person, standing)
  throw new Problem(
    'person.already_there',
    here
      ? `${String(here.row.name)}已登记在${draft.repository.areas.nameOf(here.row.area)}，请在其主页办理「转入另一户」。`
      : '这个身份证号的居民现登记在别处，请先由那里办理迁出。',
    { places: [{ field: 'idNumber', message: '已经登记在册' }] },
  )
}

/** Somebody who lived here before, by the record or the ID number; their history goes on. */
const findReturning = async (draft: Draft, input: { person?: string | undefined; values: Values }) => {
  if (input.person) {
    const ended = await findEndedById(draft.repository, input.person)
    if (!ended) throw new Problem('record.not_found', '没有找到这位迁出过的居民，或者此人仍登记在册。')
    return ended
  }
  return input.values.idNumber ? findEnded(draft.repository, String(input.values.idNumber)) : undefined
}

const refuseImpossible = (draft: Draft, ended: Ended) => {
  if (ended.row.ended === 'died')
    throw new Problem(
      'record.ended',
      `${String(ended.row.name)}已登记死亡，不能迁入。若登记有误，请先撤销死亡登记。`,
    )
  if (ended.row.valid_to! > draft.on)
    throw new Problem('field.invalid', `此人 ${ended.row.valid_to} 才迁出，迁入日期不能更早。`, {
      places: [{ field: 'on', message: `不能早于 ${ended.row.valid_to}` }],
    })
}

/** 迁入: somebody new, or who returns, into a household that stands or a new one. */
export const moveIn = defineChange(contract, async (draft, input) => {
  const ended = await findReturning(draft, input)
  if (ended) refuseImpossible(draft, ended)
  const known = ended ? valuesOf(draft.repository, person, ended.row) : {}
  const values = checkValues(person, {
    ...mergeValues(person, known, input.values),
    household: undefined,
    relationToHead: input.relation,
  })
  await refuseStanding(draft, values.idNumber)
  const home = input.household
    ? await stageHousehold(draft, input.household)
    : await formHousehold(draft, input)
  refuseEarlier(draft, home)
  const entered = enter(draft, person, {
    ...(ended ? { id: ended.row.id, version: ended.last + 1 } : {}),
    area: home.area,
    values: { ...values, household: home.id },
  })
  return {
    title: `${nameOf(entered)}迁入${home.old ? homeName(draft, home) : '，新立一户'}`,
    person: entered,
    household: home,
  }
})
