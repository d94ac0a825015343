import { areasWith } from '../../../platform/server/permission/actor.ts'
import { findDefinition, type Repository } from '../../../platform/server/repository/repository.ts'
import { writingRight } from '../../../platform/server/repository/scope.ts'
import { findSource } from '../source/find-source.ts'
import type { RowQuery } from '../storage/form-rows.ts'
import type { HeldSource } from '../storage/gap-rows.ts'
import type { RequestRow } from '../storage/request-row.ts'
import { placesOf } from '../understanding/answers.ts'

/** What one sheet asks of records that the actor may complete. */
export interface AskedSheet {
  readonly query: RowQuery
  readonly sources: readonly HeldSource[]
}

const isHeld = (source: ReturnType<typeof findSource>): source is HeldSource =>
  source?.held !== undefined && !source.held.field.kept && !source.otherwise?.length

/** The fields that a request asks for, sheet by sheet, as far as the actor may write them. */
export const askedSheets = (
  repository: Repository,
  request: RequestRow,
  wanted: string | undefined,
): AskedSheet[] =>
  request.plan.sheets.flatMap((sheet): AskedSheet[] => {
    const answer = request.answers[sheet.name]
    const base = answer?.rows && findDefinition(repository.catalogue, answer.rows.definition)
    if (!answer?.rows || !base) return []
    const places = placesOf(sheet, answer)
    const sources = places.flatMap(({ key }) => {
      const source = key === null ? undefined : findSource(base, repository.catalogue, key)
      const mayWrite =
        isHeld(source) && areasWith(repository.actor, writingRight(source.held.definition)).length > 0
      return isHeld(source) && mayWrite ? [source] : []
    })
    const distinct = [
      ...new Map(sources.map((one) => [`${one.held.step}.${one.held.field.key}`, one])).values(),
    ]
    if (distinct.length === 0) return []
    return [
      {
        sources: distinct,
        query: {
          repository,
          base,
          rows: answer.rows,
          area: wanted?.startsWith(request.area) ? wanted : request.area,
          asOf: repository.today,
          rights: [writingRight(base)],
          steps: new Set(distinct.flatMap(({ steps }) => steps)),
        },
      },
    ]
  })
