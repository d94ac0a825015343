import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { checkValues } from '../../../platform/server/repository/check-values.ts'
import { findRow, getRecord, notFound } from '../../../platform/server/repository/find.ts'
import { mergeValues } from '../../../platform/server/repository/merge-values.ts'
import { insertRecord } from '../../../platform/server/repository/write.ts'
import { registerPerson as contract } from '../contract.ts'
import { household, person } from '../definition.ts'
import { findByIdNumber } from '../storage/find-by-id-number.ts'

/** Enters a new resident, into a household or on their own. Nobody is entered twice: the ID number decides. */
export const registerPerson = defineAction(contract, async (repository, input, office) => {
  const area = office.areas.find(input.area)
  if (!area || !may(repository.actor, 'registry.write', input.area))
    throw new Problem('right.missing', '您的岗位不能在这个区域登记居民。')
  refuseFuture(repository, input.on)
  const home = input.household ? await findRow(repository, household, input.household) : undefined
  if (input.household && !home) throw notFound(household)
  if (home && !may(repository.actor, 'registry.write', home.row.area))
    throw new Problem('right.missing', '您的岗位不能在这个住户所在的区域登记居民。')
  const values = checkValues(person, mergeValues(person, {}, input.values))
  if (values.idNumber && (await findByIdNumber(repository, String(values.idNumber))))
    throw new Problem(
      'person.already_there',
      '这个身份证号已经登记过，不需要重复登记。请直接搜索；搜不到说明不在您的辖区。',
      {
        places: [
          { field: 'idNumber', message: '已经登记过，不需要重复登记。请直接搜索；搜不到说明不在您的辖区。' },
        ],
      },
    )

  const row = await insertRecord(repository, person, {
    id: newId(),
    area: home?.row.area ?? input.area,
    on: input.on,
    values: { ...values, household: home?.row.id },
  })
  return {
    answer: { record: await getRecord(repository, person, row.id) },
    audit: { definition: 'person', subject: row.id, area: row.area },
  }
})
