import { Problem } from '../../../platform/contract/problem.ts'
import { readProblem } from '../../../platform/server/http/read-problem.ts'

export interface Fault {
  /** HTTP status, and the code in the answer. */
  readonly code: 400 | 403 | 404
  /** A sentence for whoever uses the platform; names the parameter. */
  readonly description: string
}

/** A request that is refused, for one or several reasons. */
export class Refusal extends Error {
  readonly faults: readonly Fault[]
  constructor(...faults: readonly Fault[]) {
    super(faults[0]!.description)
    this.faults = faults
  }
  /** What is forbidden weighs more than what is missing, and that more than what is wrong. */
  get status(): number {
    const codes = this.faults.map(({ code }) => code)
    return codes.includes(403) ? 403 : codes.includes(404) ? 404 : 400
  }
}

export const wrong = (description: string): Fault => ({ code: 400, description })
export const missing = (description: string): Fault => ({ code: 404, description })
export const forbidden = (description: string): Fault => ({ code: 403, description })

/** Any failure as Open311 tells it: HTTP status and errors. */
export const readRefusal = (
  error: unknown,
): { status: number; errors: { code: number; description: string }[] } => {
  if (error instanceof Refusal)
    return { status: error.status, errors: error.faults.map((fault) => ({ ...fault })) }
  const problem = error instanceof Problem ? error : readProblem(error)
  // GeoReport v2 knows 403 and 404, and 400 for every other fault of the client's.
  const kept = [403, 404, 413, 429].includes(problem.status) || problem.status >= 500
  const status = kept ? problem.status : 400
  return { status, errors: [{ code: status, description: problem.message }] }
}
