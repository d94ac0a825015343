import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { editRecord } from '../../../platform/server/action/edit-record.ts'
import { findRow, getRecord, notFound } from '../../../platform/server/repository/find.ts'
import { getDefinition } from '../../../platform/server/repository/get-definition.ts'
import { lockRecord, valuesOf } from '../../../platform/server/repository/write.ts'
import { completeGap as contract } from '../contract-gaps.ts'
import { askedSheets } from '../gaps/asked-fields.ts'
import { getWaiting } from '../gaps/gap-records.ts'
import { storeNone } from '../storage/gap-rows.ts'

/**
 * Enters what a form lacks into the ledger, as a correction: it had been so all along, only nobody had written it
 * down. A field that somebody has filled meanwhile is not overwritten.
 */
export const completeGap = defineAction(contract, async (repository, input) => {
  const request = await getWaiting(repository, input.request)
  const definition = getDefinition(repository, input.definition)
  const asked = new Set(
    askedSheets(repository, request, undefined).flatMap(({ sources }) =>
      sources.filter(({ held }) => held.definition === definition).map(({ held }) => held.field.key),
    ),
  )
  const given = [...Object.keys(input.values), ...input.none]
  const strange = given.filter((key) => !asked.has(key))
  if (given.length === 0 || strange.length > 0)
    throw new Problem(
      'field.invalid',
      given.length === 0 ? '还没有填任何一项。' : `《${request.title}》没有要“${strange[0]}”这一项。`,
      { places: (strange.length > 0 ? strange : ['values']).map((field) => ({ field, message: '请填写' })) },
    )
  const row = await lockRecord(repository, definition, input.id, input.version)
  const standing = valuesOf(repository, definition, row)
  const filled = given.filter((key) => standing[key] !== undefined && standing[key] !== null)
  if (filled.length > 0)
    throw new Problem('record.stale', '这一项刚刚已经有人填了，请刷新后查看。', {
      detail: { version: row.version },
    })

  await storeNone(repository, definition.name, row.id, input.none)
  if (Object.keys(input.values).length === 0) {
    if (!(await findRow(repository, definition, row.id))) throw notFound(definition)
    return {
      answer: { record: await getRecord(repository, definition, row.id) },
      audit: {
        definition: definition.name,
        subject: row.id,
        area: row.area,
        detail: { request: request.id, none: input.none },
      },
    }
  }
  const done = await editRecord(repository, definition, {
    id: row.id,
    version: row.version,
    mode: 'correction',
    on: repository.today,
    values: input.values,
    reason: `补填《${request.title}》的缺项`.slice(0, 200),
  })
  return {
    ...done,
    audit: { ...done.audit, detail: { ...done.audit.detail, request: request.id, none: input.none } },
  }
})
