import { Problem } from '../../../platform/contract/problem.ts'
import { mergePersons as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { nameOf } from '../changes/draft.ts'
import { stageWithHome } from '../changes/one-household.ts'
import { person } from '../definition.ts'
import { decidePair } from '../storage/duplicate-pairs.ts'

/** 合并重复居民: one record ends as entered by mistake, the other stands for both. */
export const mergePersons = defineChange(contract, async (draft, input) => {
  if (input.keep === input.drop)
    throw new Problem('field.invalid', '请选择两条不同的居民记录。', {
      places: [{ field: 'drop', message: '是同一条记录' }],
    })
  const { person: kept, home } = await stageWithHome(draft, input.keep)
  const { person: dropped } = await stageWithHome(draft, input.drop)
  for (const key of input.take) {
    const field = person.fields[key]
    if (!field || field.kept || key === 'relationToHead')
      throw new Problem('field.invalid', `「${field?.title ?? key}」不能从另一条记录取。`)
    kept.values[key] = dropped.before[key] ?? null
  }
  dropped.end = 'mistaken'
  await decidePair(draft.repository, kept.id, dropped.id, 'same')
  return {
    title: `${nameOf(dropped)}的重复登记并入${nameOf(kept)}`,
    person: kept,
    household: home,
    merged: new Map([[dropped.id, kept.id]]),
  }
})
