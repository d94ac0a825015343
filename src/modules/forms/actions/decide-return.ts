import { compactText } from '../../../core/plain-text.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { editRecord } from '../../../platform/server/action/edit-record.ts'
import { getDefinition } from '../../../platform/server/repository/get-definition.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Values } from '../../../platform/server/repository/row.ts'
import { wordOf } from '../../../platform/server/repository/view.ts'
import { lockRecord, valuesOf } from '../../../platform/server/repository/write.ts'
import { decideReturn as contract } from '../contract-returns.ts'
import { isDecidable, type StoredDifference } from '../round-trip/stored-difference.ts'
import { getFill } from '../storage/fill-row.ts'
import { getReturn, openDifferences, type ReturnRow, updateReturn } from '../storage/return-row.ts'

/** The differences of these ids that can still be decided. Throws `form.decided`. */
const openOnes = async (repository: Repository, row: ReturnRow, ids: readonly string[]) => {
  const known = new Map(
    ((await openDifferences(repository, row.id)) as StoredDifference[]).map((one) => [one.id, one]),
  )
  return [...new Set(ids)].map((id) => {
    const one = known.get(id)
    if (!one || !isDecidable(one) || row.decisions[id])
      throw new Problem('form.decided', '有的修改已经处理过，或者不需要处理，请刷新后再选。')
    return one
  })
}

const groupByRecord = (all: readonly StoredDifference[]): StoredDifference[][] => {
  const groups = new Map<string, StoredDifference[]>()
  for (const one of all) {
    const key = `${one.definition}:${one.record}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** Writes the accepted cells of one record, unless somebody changed them after they were compared. */
const accept = async (
  repository: Repository,
  cells: readonly StoredDifference[],
  how: { on: string; mode: 'change' | 'correction'; isUnmasked: boolean },
): Promise<void> => {
  const definition = getDefinition(repository, cells[0]!.definition!)
  const row = await lockRecord(repository, definition, cells[0]!.record!)
  const standing = valuesOf(repository, definition, row)
  const values: Values = {}
  for (const { field: key, held, came, header, cell } of cells) {
    const field = definition.fields[key!]!
    const now = standing[field.key]
    const isBlank = now === undefined || now === null
    const worded = wordOf(field, now, how.isUnmasked)
    const read = compactText(held) === '' ? undefined : field.type.parse(held)
    const isSame = isBlank ? held === '' : worded === held || (read?.ok === true && read.value === now)
    if (!isSame)
      throw new Problem('record.stale', `${cell ?? ''}“${header}”在比对之后又有人改过，请重新上传比对。`, {
        detail: { version: row.version },
      })
    const text = compactText(came)
    const given = text === '' ? null : field.type.parse(text)
    if (given && !given.ok)
      throw new Problem('field.invalid', `${cell ?? ''}“${header}”：${given.message}`, {
        places: [{ field: field.key, message: given.message }],
      })
    values[field.key] = given ? given.value : null
  }
  await editRecord(repository, definition, {
    id: row.id,
    version: row.version,
    mode: how.mode,
    on: how.on,
    values,
    reason: `采纳回收表第 ${cells.map(({ cell }) => cell).join('、')} 格`.slice(0, 200),
  })
}

/** Takes what a form that came back proposes into the ledger, or keeps what is held; each difference once. */
export const decideReturn = defineAction(contract, async (repository, input) => {
  const row = await getReturn(repository, input.id, true)
  const fill = await getFill(repository, row.fill)
  const both = input.accept.filter((id) => input.keep.includes(id))
  if (both.length > 0) throw new Problem('request.invalid', '同一处修改不能既采纳又保留，请重新选择。')
  const accepted = await openOnes(repository, row, input.accept)
  const kept = await openOnes(repository, row, input.keep)
  for (const cells of groupByRecord(accepted))
    await accept(repository, cells, { on: input.on, mode: input.mode, isUnmasked: fill.unmasked })

  const decisions = { ...row.decisions }
  for (const { id } of accepted) decisions[id] = 'accepted'
  for (const { id } of kept) decisions[id] = 'kept'
  const open = (row.counts.open ?? 0) - accepted.length - kept.length
  await updateReturn(repository, row.id, {
    decisions,
    counts: { ...row.counts, open },
    state: open === 0 ? 'done' : 'ready',
  })
  return {
    answer: { accepted: accepted.length, kept: kept.length },
    audit: {
      definition: 'formRequest',
      subject: row.request,
      area: row.area,
      detail: {
        return: row.id,
        accepted: accepted.map(({ cell, record, field }) => ({ cell, record, field })),
        kept: kept.map(({ cell }) => cell),
      },
    },
  }
})
