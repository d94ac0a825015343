import { type RawBuilder, sql } from 'kysely'
import type { FormPlan } from '../../../documents/form/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Right } from '../../../platform/contract/right.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import type { SheetAnswer } from '../settled.ts'

export type RequestState = 'open' | 'filled' | 'closed'

/** A form that was asked for, as it is stored. */
export interface RequestRow {
  id: string
  area: string
  file: string
  file_name: string
  title: string
  asked_by: string
  purpose: string
  deadline: string | null
  state: RequestState
  plan: FormPlan
  answers: Readonly<Record<string, SheetAnswer>>
  version: number
  created_by: string
  created_by_name: string
  created_at: Date
}

const shown = sql.raw(
  'id, area, file, file_name, title, asked_by, purpose, deadline, state, plan, answers, version, created_by, created_by_name, created_at',
)

/** Requests of the areas in which the actor has the right. */
const seen = (repository: Repository, right: Right, area?: string): RawBuilder<unknown> =>
  sql`district = ${repository.district} and ${inScope(repository, right, area, sql`area`)}`

export const listRequests = async (
  repository: Repository,
  { area, state, right = 'data.export' }: { area?: string; state?: RequestState; right?: Right },
): Promise<RequestRow[]> => {
  const { rows } = await sql<RequestRow>`select ${shown} from form_request
    where ${seen(repository, right, area)} ${state ? sql`and state = ${state}` : sql``}
    order by created_at desc limit 200`.execute(repository.db)
  return rows
}

/** Requests that lie above or below the actor's areas and still wait: who completes a gap need not have asked. */
export const listWaitingRequests = async (
  repository: Repository,
  areas: readonly string[],
): Promise<RequestRow[]> => {
  const { rows } = await sql<RequestRow>`select ${shown} from form_request
    where district = ${repository.district} and state <> 'closed' and answers <> '{}'
      and exists (select from unnest(${[...areas]}::text[]) a where starts_with(a, area) or starts_with(area, a))
    order by deadline nulls last, created_at limit 50`.execute(repository.db)
  return rows
}

/** The request of that id, of one's areas. Throws `form.not_found`. */
export const getRequest = async (
  repository: Repository,
  id: string,
  options: { right?: Right; lock?: number } = {},
): Promise<RequestRow> => {
  const { rows } = await sql<RequestRow>`select ${shown} from form_request
    where ${seen(repository, options.right ?? 'data.export')} and id = ${id}
    ${options.lock === undefined ? sql`` : sql`for update`}`.execute(repository.db)
  const found = rows[0]
  if (!found) throw new Problem('form.not_found', '没有找到这份下发的表格，或者它不在您的辖区。')
  if (options.lock !== undefined && found.version !== options.lock)
    throw new Problem('record.stale', '这份表刚刚被别人改过，请刷新后再确认，您填的内容没有丢。', {
      detail: { version: found.version },
    })
  return found
}

export const insertRequest = async (
  repository: Repository,
  row: Omit<RequestRow, 'version' | 'created_by' | 'created_by_name' | 'created_at'>,
): Promise<void> => {
  await repository.db
    .insertInto('form_request')
    .values({
      ...row,
      plan: JSON.stringify(row.plan),
      answers: JSON.stringify(row.answers),
      district: repository.district,
      created_by: repository.actor.id,
      created_by_name: repository.actor.name,
      command: repository.command,
    })
    .execute()
}

/** Changes a request that was locked; answers its new version. */
export const updateRequest = async (
  repository: Repository,
  row: RequestRow,
  changes: Partial<Pick<RequestRow, 'title' | 'asked_by' | 'purpose' | 'deadline' | 'state' | 'answers'>>,
): Promise<number> => {
  const { answers, ...plain } = changes
  const version = row.version + 1
  await repository.db
    .updateTable('form_request')
    .set({ ...plain, ...(answers ? { answers: JSON.stringify(answers) } : {}), version })
    .where('district', '=', repository.district)
    .where('id', '=', row.id)
    .execute()
  return version
}
