import { findElement } from '../../../core/dictionary/index.ts'
import type { SheetPlan } from '../../../documents/form/index.ts'
import { isoInstant } from '../../../platform/server/repository/instant.ts'
import { findDefinition, type Repository } from '../../../platform/server/repository/repository.ts'
import type { FormField, RequestView } from '../contract-request.ts'
import type { SheetAnswer } from '../settled.ts'
import { findSource, sourcesOf } from '../source/find-source.ts'
import { baseMetricOf } from '../statistics/fill-statistics.ts'
import { findAskedBefore } from '../storage/asked-elements.ts'
import { type FillRow, listFills } from '../storage/fill-row.ts'
import type { RequestRow } from '../storage/request-row.ts'
import { listReturns } from '../storage/return-row.ts'
import { type FormPlace, placesOf } from '../understanding/answers.ts'
import { proposeRows } from '../understanding/propose-rows.ts'

const titleOf = (key: string): string => findElement(key)?.title ?? key

const reasonOf = (place: FormPlace, hasRows: boolean, isHeld: boolean): string => {
  if (place.reason) return `${place.reason}。`
  if (place.open && place.status === 'ambiguous') return '可能是几项中的一项，请选定；不选就留空。'
  if (place.open) return '没有认出要填什么，可以指定一项，或留空手填。'
  if (place.key !== null && hasRows && !isHeld) return `台账里没有“${titleOf(place.key)}”，留空手填。`
  return ''
}

const fieldView = (repository: Repository, answer: SheetAnswer | undefined, place: FormPlace): FormField => {
  const base = answer?.rows ? findDefinition(repository.catalogue, answer.rows.definition) : undefined
  const source = base && place.key !== null ? findSource(base, repository.catalogue, place.key) : undefined
  return {
    place: place.place,
    header: place.header,
    status: place.status,
    key: place.key,
    title: place.key === null ? '' : titleOf(place.key),
    candidates: place.candidates.map((key) => ({ key, title: titleOf(key) })),
    from: source?.from ?? '',
    sensitive: source?.sensitive ?? false,
    reason: reasonOf(place, base !== undefined, source !== undefined),
    by: place.by,
    asks: place.open,
  }
}

/** What a statistical table counts; its columns are categories, not fields. */
const statisticsOf = (repository: Repository, sheet: SheetPlan, answer: SheetAnswer | undefined) => {
  if (!sheet.crossTable) return null
  const metric = baseMetricOf(repository, sheet, answer?.metric)
  return { metric: metric?.name ?? null, title: metric?.title ?? '', cells: sheet.crossTable.cells.length }
}

const sheetView = (
  repository: Repository,
  sheet: SheetPlan,
  answer: SheetAnswer | undefined,
): RequestView['sheets'][number] => {
  const base = answer?.rows ? findDefinition(repository.catalogue, answer.rows.definition) : undefined
  const words = sheet.rowSet.conditions.map((condition) => condition.words)
  return {
    name: sheet.name,
    shape: sheet.crossTable ? 'statistical' : sheet.shape,
    title: sheet.title,
    headerRows: sheet.headerRows ? [sheet.headerRows[0], sheet.headerRows[1]] : null,
    fields: (sheet.crossTable ? [] : placesOf(sheet, answer)).map((place) =>
      fieldView(repository, answer, place),
    ),
    rows: answer?.rows ?? null,
    rowsTitle: base ? [base.title, ...words].join('，') : '',
    unusedConditions: [...proposeRows(sheet, repository.catalogue).unused],
    memory: answer?.memory
      ? {
          ...answer.memory,
          moved: [...answer.memory.moved],
          added: [...answer.memory.added],
          gone: [...answer.memory.gone],
        }
      : null,
    statistics: statisticsOf(repository, sheet, answer),
    confirmed: answer?.confirmed ?? false,
    choices: base
      ? sourcesOf(base, repository.catalogue).map(({ key, title, from }) => ({ key, title, from }))
      : [],
  }
}

export const requestHead = (
  repository: Repository,
  row: RequestRow,
): Omit<RequestView, 'sheets' | 'askedBefore' | 'fills' | 'returns'> => {
  const listed = row.plan.sheets.filter(({ crossTable }) => crossTable === undefined)
  const places = listed.flatMap((sheet) =>
    placesOf(sheet, row.answers[sheet.name]).map((place) =>
      fieldView(repository, row.answers[sheet.name], place),
    ),
  )
  return {
    id: row.id,
    title: row.title,
    fileName: row.file_name,
    askedBy: row.asked_by,
    purpose: row.purpose,
    deadline: row.deadline,
    state: row.state,
    area: row.area,
    areaName: repository.areas.nameOf(row.area),
    version: row.version,
    by: row.created_by_name,
    createdAt: isoInstant(row.created_at),
    counts: {
      fields: places.length,
      filled: places.filter(({ from }) => from !== '').length,
      asks: places.filter(({ asks }) => asks).length,
    },
  }
}

const fillView = (repository: Repository, fill: FillRow): RequestView['fills'][number] => ({
  id: fill.id,
  state: fill.state,
  asOf: fill.as_of,
  area: fill.area,
  areaName: repository.areas.nameOf(fill.area),
  rows: fill.rows,
  cells: fill.cells,
  missing: fill.missing,
  notes: [...fill.notes, ...fill.columns.flatMap(({ reason }) => reason ?? [])],
  unmasked: fill.unmasked,
  job: fill.created_by === repository.actor.id ? fill.job : null,
  file: fill.created_by === repository.actor.id ? fill.file : null,
  by: fill.created_by_name,
  createdAt: isoInstant(fill.created_at),
})

export const requestView = async (repository: Repository, row: RequestRow): Promise<RequestView> => {
  const [before, fills, returns] = [
    await findAskedBefore(repository, row),
    await listFills(repository, row.id),
    await listReturns(repository, row.id),
  ]
  return {
    ...requestHead(repository, row),
    sheets: row.plan.sheets.map((sheet) => sheetView(repository, sheet, row.answers[sheet.name])),
    askedBefore: before.map(({ element, request, title, askedBy, on, answered }) => ({
      element,
      title: titleOf(element),
      request,
      requestTitle: title,
      askedBy,
      on,
      answered,
    })),
    fills: fills.map((fill) => fillView(repository, fill)),
    returns: returns.map((one) => ({
      id: one.id,
      fileName: one.file_name,
      state: one.state,
      message: one.message,
      counts: one.counts,
      by: one.created_by_name,
      createdAt: isoInstant(one.created_at),
    })),
  }
}
