import { ruleContext } from '../../../../core/definition/index.ts'
import { evaluateRule } from '../../../../core/expression/index.ts'
import { newId } from '../../../../platform/server/new-id.ts'
import type { Row } from '../../../../platform/server/repository/columns.ts'
import type { Values } from '../../../../platform/server/repository/row.ts'
import type { NewVersion } from '../../storage/write-versions.ts'
import { isOfPeople } from '../recognise/target.ts'
import type { CheckContext } from './check-context.ts'
import type { Fault } from './fault.ts'
import { changeOf } from './merge.ts'
import type { ReadRow } from './read-row.ts'

const missing = ({ plan }: CheckContext, row: ReadRow, values: Values): Fault[] =>
  plan.required
    .filter(({ key }) => (values[key] ?? null) === null)
    .map(({ key, title }) =>
      row.fault(key, plan.byKey.has(key) ? `请填写${title}。` : `表中没有“${title}”一列，新登记时必须填写。`),
    )

/** A date before the version that stands would rewrite what is known. */
export const tooEarly = (context: CheckContext, row: ReadRow, old: Row, key: string): Fault[] =>
  context.on < old.valid_from
    ? [
        row.fault(
          key,
          `现有记录从 ${old.valid_from} 起生效，晚于所选的日期 ${context.on}，不能覆盖。请选较晚的日期。`,
        ),
      ]
    : []

/** The entry that a row makes, or changes; neither where it says nothing new. */
export const checkEntry = (
  context: CheckContext,
  row: ReadRow,
  about: {
    area: string
    subject?: string | undefined
    subjectBirth?: string | undefined
    subjectValues: () => Values
    old?: Row | undefined
  },
): { faults: Fault[]; entry?: NewVersion | undefined } => {
  const { repository, plan, on, entryRule } = context
  const at = isOfPeople(plan.ledger) ? 'person.idNumber' : Object.keys(plan.ledger.fields)[0]!
  if (about.old) {
    const change = changeOf(repository, plan.ledger, about.old, row.entry)
    if (!change) return { faults: [] }
    const entry = { ...change, subjectBirth: about.subjectBirth }
    return {
      faults: [...missing(context, row, entry.values), ...tooEarly(context, row, about.old, at)],
      entry,
    }
  }
  const faults = missing(context, row, row.entry)
  const message = plan.ledger.kind === 'ledger' ? plan.ledger.entry?.message : undefined
  if (
    message !== undefined &&
    entryRule &&
    !evaluateRule(entryRule, ruleContext(plan.ledger, on, row.entry, about.subjectValues()))
  )
    faults.push(row.fault(at, message))
  return {
    faults,
    entry: {
      id: newId(),
      area: about.area,
      version: 1,
      since: on,
      cause: 'imported',
      values: row.entry,
      subject: about.subject,
      subjectBirth: about.subjectBirth,
    },
  }
}
