import { z } from 'zod'

/**
 * Every way in which a request can be refused: code → HTTP status. One list; `docs/errors.md` describes each,
 * and a test fails when the two differ.
 */
export const problemStatus = {
  'request.invalid': 400,
  'request.unreadable': 400,
  'session.required': 401,
  'session.failed': 401,
  'session.not_fresh': 403,
  'session.provider_unreachable': 502,
  'session.not_found': 404,
  'passkey.not_found': 404,
  'passkey.refused': 422,
  'right.missing': 403,
  'origin.foreign': 403,
  'record.not_found': 404,
  'file.not_found': 404,
  'job.not_found': 404,
  'import.not_found': 404,
  'form.not_found': 404,
  'report.not_found': 404,
  'template.not_found': 404,
  'metric.not_found': 404,
  'definition.not_found': 404,
  'area.not_found': 404,
  'staff.not_found': 404,
  'route.not_found': 404,
  'record.stale': 409,
  'record.ended': 409,
  'area.ended': 409,
  'area.change_followed': 409,
  'entry.already_there': 409,
  'ledger.retired': 409,
  'person.already_there': 409,
  'organisation.already_there': 409,
  'staff.already_there': 409,
  'post.ended': 409,
  'command.reused': 409,
  'import.wrong_state': 409,
  'form.not_filled': 409,
  'form.decided': 409,
  'matter.wrong_state': 409,
  'dispute.wrong_state': 409,
  'report.wrong_state': 409,
  'file.too_large': 413,
  'file.unreadable': 422,
  'field.invalid': 422,
  'rule.unmet': 422,
  'form.no_header': 422,
  'form.foreign': 422,
  'form.rows_invalid': 422,
  'template.invalid': 422,
  'metric.too_fine': 422,
  'household.relation_needed': 422,
  'rate.exceeded': 429,
  'server.failed': 500,
} as const

export type ProblemCode = keyof typeof problemStatus

/** Where the fault lies, as far as it can be named. */
export interface Place {
  field?: string
  sheet?: string
  row?: number
  column?: string
  message: string
}

/** The one error type: a stable code, a Chinese sentence that says what to do next, and the places at fault. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly places: readonly Place[]
  /** More for the program, such as the newer state of a stale record. */
  readonly detail: Record<string, unknown> | undefined
  constructor(
    code: ProblemCode,
    message: string,
    more: { places?: readonly Place[]; detail?: Record<string, unknown> } = {},
  ) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.places = more.places ?? []
    this.detail = more.detail
  }
  get status(): number {
    return problemStatus[this.code]
  }
}

/** RFC 9457 problem details, as sent. `title` is the Chinese sentence. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  places: z
    .array(
      z.object({
        field: z.string().optional(),
        sheet: z.string().optional(),
        row: z.number().optional(),
        column: z.string().optional(),
        message: z.string(),
      }),
    )
    .optional(),
  detail: z.record(z.string(), z.unknown()).optional(),
})
export type ProblemDetails = z.infer<typeof problemSchema>
