import { isDeepStrictEqual } from 'node:util'
import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'
import type { RecordEdit, RecordView } from '../../contract/records.ts'
import { checkValues } from '../repository/check-values.ts'
import { getRecord } from '../repository/find.ts'
import { mergeValues } from '../repository/merge-values.ts'
import type { Repository } from '../repository/repository.ts'
import type { Values } from '../repository/row.ts'
import { changeRecord, lockRecord, valuesOf } from '../repository/write.ts'
import type { Done } from './define-action.ts'
import { refuseFuture } from './refuse-future.ts'
import { refuseManaged } from './refuse-managed.ts'

/** Changes a record from a day on, or corrects what was always wrong; values not sent stay as they are. */
export const editRecord = async (
  repository: Repository,
  definition: Definition,
  edit: RecordEdit,
  /** Refuses what a single field cannot tell to be wrong. */
  check: (values: Values) => Promise<void> = async () => {},
): Promise<Done<{ record: RecordView }>> => {
  refuseManaged(definition)
  const old = await lockRecord(repository, definition, edit.id, edit.version)
  refuseFuture(repository, edit.on)

  const standing = valuesOf(repository, definition, old)
  const values = checkValues(definition, mergeValues(definition, standing, edit.values))
  if (isDeepStrictEqual(values, checkValues(definition, standing)))
    throw new Problem('field.invalid', '没有改动任何一项，不用保存。')
  await check(values)
  const { on, mode, reason } = edit
  const row = await changeRecord(repository, definition, old, { values, on, mode, reason })
  return {
    answer: { record: await getRecord(repository, definition, row.id) },
    audit: {
      definition: definition.name,
      subject: row.id,
      area: row.area,
      detail: { version: row.version, mode, fields: Object.keys(edit.values) },
    },
  }
}
