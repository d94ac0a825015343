import type { Definition, Field } from '../../../../core/definition/index.ts'
import type { Layout } from '../recognise/layout.ts'
import { type Target, targetsOf } from '../recognise/target.ts'

export interface PlanColumn {
  readonly number: number
  readonly letters: string
  readonly header: string
  readonly target: Target
}

/** What the rows of a file are read as. */
export interface Plan {
  readonly ledger: Definition
  readonly columns: readonly PlanColumn[]
  readonly byKey: ReadonlyMap<string, PlanColumn>
  readonly targets: readonly Target[]
  /** Fields that a new entry cannot do without. */
  readonly required: readonly Field[]
  /** Nobody is born after it. */
  readonly today: string
}

export const makePlan = (ledger: Definition, layout: Layout, today: string): Plan => {
  const targets = targetsOf(ledger)
  const columns = layout.columns.flatMap(({ number, letters, header, key }): PlanColumn[] => {
    const target = targets.find((each) => each.key === key)
    return target ? [{ number, letters, header, target }] : []
  })
  const byKey = new Map(columns.map((column) => [column.target.key, column]))
  const required = Object.values(ledger.fields).filter((field) => field.required)
  return { ledger, columns, byKey, targets, required, today }
}
