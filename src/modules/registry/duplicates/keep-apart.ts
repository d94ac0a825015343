import { defineAction } from '../../../platform/server/action/define-action.ts'
import { lockRecord } from '../../../platform/server/repository/write.ts'
import { person } from '../definition.ts'
import { keepApart as contract } from '../duplicate-contract.ts'
import { decidePair } from '../storage/duplicate-pairs.ts'
import { storeChange } from '../storage/store-change.ts'

/** Two records are two people: remembered, not proposed again, and taken back like any change. */
export const keepApart = defineAction(contract, async (repository, { a, b, reason }) => {
  const one = await lockRecord(repository, person, a)
  const other = await lockRecord(repository, person, b)
  await decidePair(repository, a, b, 'different')
  const title = `${String(one.name)}与${String(other.name)}确认不是同一人`
  await storeChange(
    repository,
    { kind: 'keepApart', area: one.area, on: repository.today, title, reason },
    [],
  )
  return {
    answer: { change: repository.command! },
    audit: { definition: 'person', subject: a, area: one.area, detail: { other: b } },
  }
})
