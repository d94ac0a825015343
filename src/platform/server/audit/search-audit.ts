import { sql } from 'kysely'
import type { z } from 'zod'
import type { AuditView, searchAudit as route } from '../../contract/audit.ts'
import { type Role, roles } from '../../contract/right.ts'
import { isoInstant } from '../repository/instant.ts'
import { findDefinition, type Repository } from '../repository/repository.ts'
import { inScope } from '../repository/scope.ts'
import { readSubjectNames } from './subject-names.ts'

interface Found {
  seq: number
  at: Date
  actor: string
  actor_name: string
  role: string
  action: string
  outcome: 'done' | 'refused'
  definition: string | null
  subject: string | null
  area: string | null
  purpose: string
  detail: Record<string, unknown>
  sealed: boolean
}

/** Titles of what is written down outside of actions. */
const otherTitles: Record<string, string> = {
  signIn: '登录',
  signOut: '退出',
  changePassword: '修改密码',
  addPasskey: '添加通行密钥',
  renamePasskey: '改通行密钥的名字',
  removePasskey: '删除通行密钥',
  endSessions: '结束其他登录',
  uploadFile: '上传文件',
  downloadFile: '下载文件',
  loadDemo: '建立演示数据',
  openOwnInformation: '居民本人查看自己的信息',
  backUp: '备份',
  rotateKeys: '更换加密密钥',
  retireKey: '停用旧密钥',
  downloadOrderAnswers: '下载工单办理结果',
  downloadAgreement: '下载调解协议书',
}

/** What actions are done to beside records and ledgers. */
const otherSubjects: Record<string, string> = {
  report: '汇报',
  reportTemplate: '汇报模板',
  dispute: '纠纷',
}

const titleOf = (repository: Repository, definition: string | null): string =>
  definition === null
    ? ''
    : (findDefinition(repository.catalogue, definition)?.title ?? otherSubjects[definition] ?? definition)

/** The words for an action's name. */
const actionTitle = (titles: ReadonlyMap<string, string>, name: string): string =>
  titles.get(name) ?? otherTitles[name] ?? name

/**
 * Audit entries about the actor's areas, newest first. Entries that concern no area (a sign-in) are seen by who
 * holds the right for the whole of that person's posts.
 */
export const searchAudit = async (
  repository: Repository,
  query: z.output<typeof route.query>,
  titles: ReadonlyMap<string, string>,
): Promise<z.input<typeof route.answer>> => {
  const scope = sql`(${inScope(repository, 'audit.read', undefined, sql`a.area`)} or (a.area is null and (
    a.actor = ${repository.actor.id} or exists (select from post p where p.district = a.district and p.staff = a.actor
      and ${inScope(repository, 'audit.read', undefined, sql`p.area`)}))))`
  const conditions = [
    sql`a.district = ${repository.district}`,
    scope,
    ...(query.action ? [sql`a.action = ${query.action}`] : []),
    ...(query.actor ? [sql`a.actor_name like ${`${query.actor}%`}`] : []),
    ...(query.subject ? [sql`a.subject::text = ${query.subject}`] : []),
    ...(query.from ? [sql`a.at >= ${query.from}::date`] : []),
    ...(query.to ? [sql`a.at < ${query.to}::date + 1`] : []),
    ...(query.cursor && /^\d{1,18}$/.test(query.cursor) ? [sql`a.seq < ${query.cursor}`] : []),
  ]
  const { rows } = await sql<Found>`
    select a.*, a.seq <= coalesce((select max(last_seq) from audit_seal where district = ${repository.district}), 0)
      as sealed
    from audit_entry a where ${sql.join(conditions, sql` and `)}
    order by a.seq desc limit ${query.limit + 1}`.execute(repository.db)
  const page = rows.slice(0, query.limit)
  const called = await readSubjectNames(repository, page)
  const names = [...titles.keys(), ...Object.keys(otherTitles)]
  return {
    entries: page.map(
      (row): AuditView => ({
        seq: String(row.seq),
        at: isoInstant(row.at),
        actor: row.actor,
        actorName: row.actor_name,
        role: roles[row.role as Role]?.title ?? '',
        action: row.action,
        actionTitle: actionTitle(titles, row.action),
        outcome: row.outcome,
        subject: row.subject,
        subjectTitle: [titleOf(repository, row.definition), called.get(row.subject ?? '')]
          .filter(Boolean)
          .join(' '),
        areaName: row.area ? repository.areas.nameOf(row.area) : '',
        purpose: row.purpose,
        detail: row.detail,
        sealed: row.sealed,
      }),
    ),
    next: rows.length > query.limit ? String(page.at(-1)!.seq) : null,
    actions: names.map((name) => ({ name, title: actionTitle(titles, name) })),
  }
}
