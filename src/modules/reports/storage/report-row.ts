import { type RawBuilder, sql } from 'kysely'
import { Problem } from '../../../platform/contract/problem.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'
import type { ReportBlock } from '../contract.ts'

/** A report as it is kept. */
export interface ReportRow {
  readonly id: string
  readonly area: string
  readonly template: string
  readonly template_title: string
  readonly title: string
  readonly period: string
  readonly as_of: string
  readonly known_at: Date
  readonly state: 'draft' | 'published' | 'superseded'
  readonly version: number
  readonly revises: string | null
  readonly reason: string
  readonly blocks: ReportBlock[]
  readonly document: string
  readonly created_by: string
  readonly created_by_name: string
  readonly created_at: Date
  readonly published_at: Date | null
  /** The newer version that took its place; told of one report, not in lists. */
  readonly successor?: string | null
}

const listed = sql.raw(
  `r.id, r.area, r.template, r.template_title, r.title, r.period, r.as_of, r.known_at, r.state, r.version,
  r.revises, r.reason, r.document, r.created_by, r.created_by_name, r.created_at, r.published_at`,
)

/** The latest that a list shows. */
const most = 500

const seen = (repository: Repository): RawBuilder<boolean> =>
  inAreas(areasWith(repository.actor, 'report.write'), sql`r.area`)

/** Writes a new draft of the actor's. */
export const insertReport = async (
  repository: Repository,
  report: Omit<
    ReportRow,
    'successor' | 'state' | 'created_by' | 'created_by_name' | 'created_at' | 'published_at'
  >,
): Promise<void> => {
  await repository.db
    .insertInto('report')
    .values({
      ...report,
      district: repository.district,
      blocks: JSON.stringify(report.blocks),
      state: 'draft',
      created_by: repository.actor.id,
      created_by_name: repository.actor.name,
    })
    .execute()
}

/** The reports of one's areas without their text, latest first. */
export const listReportRows = async (repository: Repository): Promise<Omit<ReportRow, 'blocks'>[]> => {
  const { rows } = await sql<Omit<ReportRow, 'blocks'>>`
    select ${listed} from report r where r.district = ${repository.district} and ${seen(repository)}
    order by r.created_at desc, r.id desc limit ${most}`.execute(repository.db)
  return rows
}

/** A report of one's areas, locked where its state is about to change. Throws `report.not_found`. */
export const getReportRow = async (
  repository: Repository,
  id: string,
  { lock = false } = {},
): Promise<ReportRow> => {
  const { rows } = await sql<ReportRow>`
    select ${listed}, r.blocks, (select n.id from report n where n.district = r.district and n.revises = r.id
      order by n.version desc limit 1) as successor from report r
    where r.district = ${repository.district} and r.id = ${id} and ${seen(repository)}
    ${lock ? sql`for update` : sql``}`.execute(repository.db)
  if (!rows[0]) throw new Problem('report.not_found', '没有找到这份汇报，或者它不在您的辖区。')
  return rows[0]
}

/** From then on the report is frozen. */
export const setPublished = async (repository: Repository, id: string): Promise<void> => {
  await sql`update report set state = 'published', published_at = now()
    where district = ${repository.district} and id = ${id}`.execute(repository.db)
}

/** A newer version has taken its place. */
export const setSuperseded = async (repository: Repository, id: string): Promise<void> => {
  await sql`update report set state = 'superseded'
    where district = ${repository.district} and id = ${id}`.execute(repository.db)
}
