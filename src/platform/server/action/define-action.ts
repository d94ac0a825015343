import type { z } from 'zod'
import type { ActionContract } from '../../contract/route.ts'
import type { AuditNote } from '../audit/record-audit.ts'
import type { Office } from '../office.ts'
import type { Repository } from '../repository/repository.ts'

/** What an action did: its answer, and what is written down about it. */
export interface Done<Output> {
  readonly answer: Output
  readonly audit: Omit<AuditNote, 'action' | 'outcome'>
  /** What is told this once and never stored, such as a password; a retry does not hear it. */
  readonly once?: Partial<Output>
  /** What follows once it is committed, such as renewing what is held in memory. */
  readonly afterwards?: () => Promise<void>
}

/** A contract with what carries it out, in a transaction of its own. Reads down: who may, state, rules, change. */
export interface Action<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly contract: ActionContract<Input, Output>
  /** Reads everything as it stood at one instant (repeatable read), for those that compare many numbers. */
  readonly snapshot: boolean
  /** May be carried out and taken back, to show what it would do (`POST /api/rehearsals/<name>`). */
  readonly rehearsable: boolean
  /**
   * Only looks, and writes nothing but its audit entry: the answer is stored nowhere, as it may tell in clear what is
   * sealed, and a repeated key looks anew.
   */
  readonly looks: boolean
  run(repository: Repository, input: z.output<Input>, office: Office): Promise<Done<z.input<Output>>>
}

export const defineAction = <Input extends z.ZodType, Output extends z.ZodType>(
  contract: ActionContract<Input, Output>,
  run: Action<Input, Output>['run'],
  options: { snapshot?: boolean; rehearsable?: boolean; looks?: boolean } = {},
): Action<Input, Output> => ({
  contract,
  snapshot: options.snapshot ?? false,
  rehearsable: options.rehearsable ?? false,
  looks: options.looks ?? false,
  run,
})
