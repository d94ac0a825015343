import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import { Problem } from '../../contract/problem.ts'
import { wordIssue, wordPath } from '../../contract/word-issue.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Database } from '../database/connect.ts'
import { newId } from '../new-id.ts'
import { type Office, repositoryFor } from '../office.ts'
import { type Actor, areasWith } from '../permission/actor.ts'
import type { Action } from './define-action.ts'
import { findBrokenText } from './find-broken-text.ts'

const hashOf = (action: string, input: unknown): string =>
  createHash('sha256')
    .update(`${action}\n${JSON.stringify(input)}`)
    .digest('hex')

/** Reads the input, or refuses it naming each field at fault. */
const readInput = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const broken = findBrokenText(input)
  if (broken) {
    const message = '里面有看不见的控制字符或残缺的字，多半是从别处粘贴来的，请删去后重新输入'
    throw new Problem('request.invalid', `${wordPath(broken) || '填写的文字'}：${message}。`, {
      places: [{ field: broken.join('.'), message }],
    })
  }
  const result = schema.safeParse(input, { error: wordIssue })
  if (result.success) return result.data
  const { issues } = result.error
  const places = issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  const where = wordPath(issues[0]!.path)
  throw new Problem('request.invalid', `请求内容不对：${where && `${where}：`}${issues[0]!.message}。`, {
    places,
  })
}

/** A snapshot that somebody's commit got ahead of, and who waited for each other in a circle. */
const takenAnew = new Set(['40001', '40P01'])

/** What PostgreSQL broke off for another's sake is done anew, once: nothing of it stands. */
const inTransaction = async <Answer>(
  { connection }: Office,
  snapshot: boolean,
  work: (tx: Database) => Promise<Answer>,
): Promise<Answer> => {
  const attempt = () => {
    const transaction = connection.db.transaction()
    return (snapshot ? transaction.setIsolationLevel('repeatable read') : transaction).execute(work)
  }
  return await attempt().catch((error: unknown) => {
    if (takenAnew.has((error as { code?: string }).code ?? '')) return attempt()
    throw error
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Writes down that somebody tried, and on what, as far as the input names it. */
const recordRefusal = async (office: Office, actor: Actor, action: string, code: string, input: unknown) => {
  const { id, definition, ledger } = (input ?? {}) as Record<string, unknown>
  const name = definition ?? ledger
  await recordAudit(repositoryFor(office, actor), {
    action,
    outcome: 'refused',
    subject: typeof id === 'string' && uuid.test(id) ? id : undefined,
    definition: typeof name === 'string' ? name.slice(0, 60) : undefined,
    detail: { code },
  })
}

const refuseWithoutRight = async (office: Office, actor: Actor, { contract }: Action, input: unknown) => {
  if (areasWith(actor, contract.right).length > 0) return
  await recordRefusal(office, actor, contract.name, 'right.missing', input)
  throw new Problem(
    'right.missing',
    `您的岗位不能「${contract.title}」。如工作需要，请联系社区书记调整岗位。`,
  )
}

/** Ends a rehearsal's transaction: nothing of it stands. */
class Rehearsed extends Error {
  readonly answer: unknown
  constructor(answer: unknown) {
    super('rehearsed')
    this.answer = answer
  }
}

/**
 * Carries out an action to see what it would do, and takes everything back: the same code, the same refusals, no
 * trace. What it answers is what it would answer, as far as that can be told beforehand.
 */
export const rehearseAction = async (
  office: Office,
  actor: Actor,
  action: Action,
  input: unknown,
): Promise<unknown> => {
  await refuseWithoutRight(office, actor, action, input)
  const read = readInput(action.contract.input, input)
  try {
    return await inTransaction(office, action.snapshot, async (tx) => {
      const repository = repositoryFor(office, actor, { db: tx, command: newId(), rehearsal: true })
      const { answer } = await action.run(repository, read, office)
      throw new Rehearsed(action.contract.output.parse(answer))
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.answer
    throw error
  }
}

/**
 * Carries out an action once for somebody of whom no right is asked, such as a resident on a public page: idempotency
 * key, then the action itself and its audit entry, in one transaction. A repeated key gets the first answer; where the
 * action only looks, it looks anew.
 */
export const runPublicAction = async (
  office: Office,
  actor: Actor,
  action: Action,
  input: unknown,
  key: string,
): Promise<unknown> => {
  const { contract } = action
  const read = readInput(contract.input, input)
  const inputHash = hashOf(contract.name, read)
  let afterwards: (() => Promise<void>) | undefined
  const outcome = await inTransaction(office, action.snapshot, async (tx) => {
    let command = newId()
    const fresh = await sql<{ id: string }>`
      insert into command (district, id, key, actor, action, input_hash)
      values (${office.district}, ${command}, ${key}, ${actor.id}, ${contract.name}, ${inputHash})
      on conflict (district, actor, key) do nothing returning id`.execute(tx)
    if (fresh.rows.length === 0) {
      const { rows } = await sql<{ id: string; input_hash: string; answer: unknown }>`
        select id, input_hash, answer from command
        where district = ${office.district} and actor = ${actor.id} and key = ${key}`.execute(tx)
      if (rows[0]?.input_hash !== inputHash)
        throw new Problem('command.reused', '同一个请求标识用在了两件不同的事上，请刷新页面后重试。')
      if (!action.looks) return rows[0].answer
      command = rows[0].id
    }
    const repository = repositoryFor(office, actor, { db: tx, command })
    const { answer, audit, once, afterwards: effects } = await action.run(repository, read, office)
    afterwards = effects
    await recordAudit(repository, { action: contract.name, ...audit })
    const checked = contract.output.parse(answer)
    if (action.looks) return checked
    await sql`update command set answer = ${JSON.stringify(checked)}::jsonb
      where district = ${office.district} and id = ${command}`.execute(tx)
    return once === undefined ? checked : { ...(checked as object), ...once }
  }).catch(async (error: unknown) => {
    if (error instanceof Problem && (error.status === 403 || error.status === 404))
      await recordRefusal(office, actor, contract.name, error.code, input)
    throw error
  })
  await afterwards?.()
  return outcome
}

/**
 * Carries out an action once, for those who have the right. A refusal for lack of it, or of something outside one's
 * scope, is written down too.
 */
export const runAction = async (
  office: Office,
  actor: Actor,
  action: Action,
  input: unknown,
  key: string,
): Promise<unknown> => {
  await refuseWithoutRight(office, actor, action, input)
  return runPublicAction(office, actor, action, input, key)
}
