import { type RawBuilder, sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'
import type { Right } from '../../contract/right.ts'
import { areasWithin } from '../permission/actor.ts'
import type { Repository } from './repository.ts'

/** The right to read a definition's records. */
export const readingRight = (definition: Definition): Right =>
  definition.kind === 'ledger' ? 'ledger.read' : (definition.rights.read as Right)

/** The right to write them. */
export const writingRight = (definition: Definition): Right =>
  definition.kind === 'ledger' ? 'ledger.write' : (definition.rights.write as Right)

/** First path after all that begin with `prefix`; digits only, compared byte by byte. */
const after = (prefix: string): string => `${prefix}:`

/** A column lies in one of the areas or below; false for no area. */
export const inAreas = (areas: readonly string[], column: RawBuilder<unknown>): RawBuilder<boolean> =>
  areas.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(${sql.join(
        areas.map((area) => sql`(${column} >= ${area} and ${column} < ${after(area)})`),
        sql` or `,
      )})`

/** The rows of alias `e` that the actor may see by this right, within the wanted area. */
export const inScope = (
  repository: Repository,
  right: Right,
  area?: string,
  column: RawBuilder<unknown> = sql`e.area`,
): RawBuilder<boolean> => inAreas(areasWithin(repository.actor, right, area), column)

/** Throws `right.missing` for an area none of which the actor may see: a list of nothing there would be a false nought. */
export const refuseForeignArea = (repository: Repository, right: Right, area: string | undefined): void => {
  if (area !== undefined && areasWithin(repository.actor, right, area).length === 0)
    throw new Problem('right.missing', '这个区域不在您的辖区，请在顶部换一个区域。')
}
