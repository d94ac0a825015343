import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import {
  type LedgerDefinition,
  type RecordDefinition,
  ruleVariables,
} from '../../../core/definition/index.ts'
import { checkRule, compileRule } from '../../../core/expression/index.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Filter } from '../../../platform/server/repository/filter.ts'
import { raw } from '../../../platform/server/repository/raw.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { findTerm } from '../../../platform/server/repository/term.ts'

/** What names a rule among decisions about it; `gone` where the subject itself is. */
const ruleKey = (rule: string): string =>
  rule === '' ? 'gone' : createHash('sha256').update(rule).digest('hex').slice(0, 16)

/** A ledger's rule as a condition: on entries `e` with subjects `s`, or on the subjects themselves as `e`. */
const ruleCondition = (
  repository: Repository,
  ledger: LedgerDefinition,
  rule: string,
  on: 'entry' | 'subject',
) => {
  const checked = checkRule(rule, ruleVariables(ledger))
  if (!checked.ok) throw new Error(`${ledger.name}: ${checked.message}`)
  const part = compileRule(checked.value, (path) => {
    const term =
      on === 'entry'
        ? findTerm(repository, ledger, {}, path)
        : findTerm(repository, ledger.of!, {}, path.slice(ledger.of!.name.length + 1))
    if (!term) throw new Error(`${ledger.name}: no term for ${path}`)
    return {
      sql: term.sql,
      parameters: [],
      type: term.type,
      ...(term.compare ? { compare: (operator, literal) => term.compare?.(operator, literal) } : {}),
    }
  })
  return raw(`(${part.sql})`, part.parameters)
}

const declinedFor = (
  repository: Repository,
  ledger: LedgerDefinition,
  rule: RawBuilder<unknown>,
  declined: boolean,
) => sql`${declined ? sql`` : sql`not`} exists (select from proposal_declined d
  where d.district = ${repository.district} and d.ledger = ${ledger.name} and d.record = e.id and d.rule = ${rule})`

/** Subjects that should stand in a ledger and do not; undefined where the ledger expects nobody. */
export const dueToEnter = (
  repository: Repository,
  ledger: LedgerDefinition,
  declined: boolean,
): { of: RecordDefinition; where: Filter[] } | undefined => {
  if (!ledger.of || !ledger.expected || ledger.retired) return undefined
  const conditions = [
    ruleCondition(repository, ledger, ledger.expected.rule, 'subject'),
    ...(ledger.entry ? [ruleCondition(repository, ledger, ledger.entry.rule, 'subject')] : []),
    sql`not exists (select from ledger_entry l where l.district = ${repository.district}
      and l.subject = e.id and l.ledger = ${ledger.name})`,
    declinedFor(repository, ledger, sql`${ruleKey(ledger.expected.rule)}`, declined),
  ]
  return { of: ledger.of, where: conditions.map((condition) => ({ condition, ofSubject: false })) }
}

/** Entries that should be taken out; undefined where nothing ever should by itself. */
export const dueToLeave = (
  repository: Repository,
  ledger: LedgerDefinition,
  declined: boolean,
): Filter[] | undefined => {
  const condition = (rule: string) => ruleCondition(repository, ledger, rule, 'entry')
  const cases = [
    ...(ledger.of ? [sql`when s.id is null then 'gone'`] : []),
    ...(ledger.entry
      ? [sql`when ${condition(ledger.entry.rule)} is not true then ${ruleKey(ledger.entry.rule)}`]
      : []),
    ...ledger.exits.map(({ rule }) => sql`when ${condition(rule)} then ${ruleKey(rule)}`),
  ]
  if (cases.length === 0) return undefined
  const rule = sql`(case ${sql.join(cases, sql` `)} end)`
  const ofSubject = ledger.of !== undefined
  return [
    { condition: sql`${rule} is not null`, ofSubject },
    { condition: declinedFor(repository, ledger, rule, declined), ofSubject },
  ]
}

/** A subject as it stands or, where it is gone, as it last stood. */
export const findLastSubject = async (
  repository: Repository,
  of: RecordDefinition,
  id: string,
): Promise<Row | undefined> => {
  const { rows } = await sql<Row>`select * from (
      select * from ${sql.table(of.table)} where district = ${repository.district} and id = ${id}
      union all select * from ${sql.table(`${of.table}_past`)}
      where district = ${repository.district} and id = ${id} and superseded_at is null) v
    order by ended is null and valid_to is null desc, version desc limit 1`.execute(repository.db)
  return rows[0]
}

/** Why proposals about these records were declined, by record. */
export const findDeclined = async (repository: Repository, ledger: string, records: readonly string[]) => {
  const { rows } = await sql<{ record: string; reason: string }>`select record, reason from proposal_declined
    where district = ${repository.district} and ledger = ${ledger} and record = any(${records}::uuid[])
    order by declined_at`.execute(repository.db)
  return new Map(rows.map(({ record, reason }) => [record, reason]))
}

/** Keeps a decision not to follow a rule. */
export const insertDeclined = async (
  repository: Repository,
  ledger: string,
  declined: readonly { record: string; rule: string }[],
  reason: string,
): Promise<void> => {
  for (const { record, rule } of declined)
    await sql`insert into proposal_declined (district, ledger, record, rule, reason, command)
      values (${repository.district}, ${ledger}, ${record}, ${ruleKey(rule)}, ${reason}, ${repository.command})
      on conflict (district, ledger, record, rule) do update
      set reason = excluded.reason, command = excluded.command, declined_at = now()`.execute(repository.db)
}

/** Keeps that an entry was looked up and found right; once a day says it all. */
export const insertConfirmation = async (repository: Repository, entry: Row, on: string): Promise<void> => {
  await sql`insert into entry_confirmation (district, entry, confirmed_on, ledger, area, version, command)
    values (${repository.district}, ${entry.id}, ${on}, ${entry.ledger}, ${entry.area}, ${entry.version},
      ${repository.command}) on conflict do nothing`.execute(repository.db)
}
