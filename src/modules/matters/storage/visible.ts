import { type RawBuilder, sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import type { Body } from '../life/facts.ts'

/**
 * Matters (alias `e`) that somebody may see: those in their areas, and those that one of their bodies answers for,
 * was handed, or has a share in.
 */
export const visible = (
  repository: Repository,
  bodies: readonly Body[],
  area?: string,
): RawBuilder<boolean> => {
  const within = area === undefined ? sql`true` : sql`starts_with(e.area, ${area})`
  if (bodies.length === 0) return inScope(repository, 'matter.read', area)
  return sql<boolean>`(${inScope(repository, 'matter.read', area)} or (${within} and (
    e.owner = any(${bodies}) or e.pending = any(${bodies}) or exists (
      select from matter_part p where p.district = e.district and p.matter = e.id and p.body = any(${bodies})))))`
}
