import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../../platform/contract/problem.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** An office's own template as it is kept. */
export interface TemplateRow {
  readonly name: string
  readonly title: string
  readonly description: string
  /** How many metrics it asks for. */
  readonly figures: number
  readonly file: string
  readonly area: string
}

/** Templates of one's own areas, of those within and of those above: a community uses its subdistrict's. */
const usable = (repository: Repository): RawBuilder<boolean> => {
  const areas = [
    ...areasWith(repository.actor, 'report.write'),
    ...areasWith(repository.actor, 'template.write'),
  ]
  return areas.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(${sql.join(
        areas.map((area) => sql`starts_with(${area}, t.area) or starts_with(t.area, ${area})`),
        sql` or `,
      )})`
}

export const insertTemplate = async (repository: Repository, template: TemplateRow): Promise<void> => {
  await repository.db
    .insertInto('report_template')
    .values({ ...template, district: repository.district, command: repository.command })
    .execute()
}

/** The office's own templates that one may use, latest first. */
export const listTemplateRows = async (repository: Repository): Promise<TemplateRow[]> => {
  const { rows } = await sql<TemplateRow>`
    select t.name, t.title, t.description, t.figures, t.file, t.area from report_template t
    where t.district = ${repository.district} and ${usable(repository)}
    order by t.created_at desc`.execute(repository.db)
  return rows
}

/** One that may be used, by name. Throws `template.not_found`. */
export const getOwnTemplate = async (repository: Repository, name: string): Promise<TemplateRow> => {
  const known = z.uuid().safeParse(name).success
  const found = known ? (await listTemplateRows(repository)).find((row) => row.name === name) : undefined
  if (!found) throw new Problem('template.not_found', '没有找到这个汇报模板，请重新选择。')
  return found
}
