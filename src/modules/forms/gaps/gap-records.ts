import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { areasWithin } from '../../../platform/server/permission/actor.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { toValues } from '../../../platform/server/repository/row.ts'
import { nameOfRow } from '../source/name-of-row.ts'
import type { JoinedRow } from '../source/source.ts'
import { listFormRows } from '../storage/form-rows.ts'
import { countGaps, findNone, type HeldSource, hasGap } from '../storage/gap-rows.ts'
import { listWaitingRequests, type RequestRow } from '../storage/request-row.ts'
import { type AskedSheet, askedSheets } from './asked-fields.ts'

/** The request, if it waits for something in the actor's areas. Throws `form.not_found`. */
export const getWaiting = async (repository: Repository, id: string): Promise<RequestRow> => {
  const areas = areasWithin(repository.actor, 'ledger.write')
  const found = (await listWaitingRequests(repository, areas)).find((request) => request.id === id)
  if (!found) throw new Problem('form.not_found', '没有找到要补填的这份表，它可能已经办结。')
  return found
}

interface Incomplete {
  definition: string
  id: string
  version: number
  fields: string[]
}

const isEmpty = (repository: Repository, definition: Definition, row: Row, key: string): boolean => {
  const value = toValues(repository.cipher, definition, row)[key]
  return value === undefined || value === null || value === ''
}

/** The records of a row that lack something. */
const incomplete = (
  repository: Repository,
  row: JoinedRow,
  sources: readonly HeldSource[],
  none: ReadonlySet<string>,
): Incomplete[] => {
  const records = new Map<string, Incomplete>()
  for (const { held } of sources) {
    const record = row[held.step]
    const { definition, field } = held
    if (!record || none.has(`${definition.name}:${record.id}:${field.key}`)) continue
    if (!isEmpty(repository, definition, record, field.key)) continue
    const one = records.get(record.id) ?? {
      definition: definition.name,
      id: record.id,
      version: record.version,
      fields: [],
    }
    one.fields.push(field.key)
    records.set(record.id, one)
  }
  return [...records.values()]
}

const wordPlace = (repository: Repository, row: JoinedRow, sheet: AskedSheet) => ({
  areaName: repository.areas.nameOf(row.e.area),
  ...nameOfRow(repository, sheet.query.base, row),
})

const readCursor = (cursor: string | undefined): { sheet: number; area: string; id: string } | undefined => {
  if (cursor === undefined) return undefined
  const [sheet, area, id] = cursor.split('.')
  if (!/^\d+$/.test(sheet ?? '') || !/^\d+$/.test(area ?? '') || !/^[0-9a-f-]{36}$/.test(id ?? ''))
    throw new Problem('request.invalid', '翻页标记不对，请回到第一页。')
  return { sheet: Number(sheet), area: area!, id: id! }
}

/** Who lacks what for a request, one row a person or thing. */
export const readGapRecords = async (
  repository: Repository,
  id: string,
  asked: { area?: string | undefined; cursor?: string | undefined; limit: number },
) => {
  const request = await getWaiting(repository, id)
  const sheets = askedSheets(repository, request, asked.area)
  const cursor = readCursor(asked.cursor)
  const head = { request: id, title: request.title, askedBy: request.asked_by, deadline: request.deadline }
  let total = 0
  for (const { query, sources } of sheets)
    for (const count of await countGaps(query, sources)) total += count.records
  for (let index = cursor?.sheet ?? 0; index < sheets.length; index++) {
    const sheet = sheets[index]!
    const page = await listFormRows(
      { ...sheet.query, steps: new Set([...sheet.query.steps, 's']) },
      { after: cursor?.sheet === index ? cursor : undefined, limit: asked.limit },
      [hasGap(repository, sheet.sources)],
    )
    if (page.length === 0) continue
    const ids = page.flatMap((row) => Object.values(row).flatMap((record) => (record ? [record.id] : [])))
    const none = await findNone(repository, ids)
    const last = page.at(-1)!
    return {
      ...head,
      total,
      next:
        page.length < asked.limit && index === sheets.length - 1
          ? null
          : `${index}.${last.e.area}.${last.e.id}`,
      rows: page.map((row) => ({
        ...wordPlace(repository, row, sheet),
        records: incomplete(repository, row, sheet.sources, none),
      })),
    }
  }
  return { ...head, total, next: null, rows: [] }
}
