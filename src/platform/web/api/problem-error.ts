import { type ProblemDetails, problemSchema } from '../../contract/problem.ts'

/** What a refused request throws: the server's problem, or one made here when no readable answer came. */
export class ProblemError extends Error {
  readonly problem: ProblemDetails
  constructor(problem: ProblemDetails) {
    super(problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

const madeHere = (code: string, status: number, title: string): ProblemError =>
  new ProblemError({ type: 'about:blank', title, status, code })

/** No answer came at all; whether a command arrived is unknown, so it may be sent again under the same key. */
export const unreachable = (): ProblemError =>
  madeHere('client.unreachable', 0, '连不上服务器。请检查网络后再试；已填写的内容都还在。')

/** Reads the problem out of an answer's text. */
export const readProblem = (status: number, text: string): ProblemError => {
  try {
    const read = problemSchema.safeParse(JSON.parse(text))
    if (read.success) return new ProblemError(read.data)
  } catch {
    // Not JSON: a proxy or a crashed server answered.
  }
  return madeHere(
    'client.unreadable',
    status,
    `服务器没有给出可读的回答（状态 ${status}）。请稍后再试；仍不行请告诉系统管理员。`,
  )
}

/** Any thrown thing as a problem that can be shown. */
export const asProblem = (error: unknown): ProblemDetails =>
  error instanceof ProblemError
    ? error.problem
    : madeHere('client.failed', 0, '页面出了差错。请刷新后再试；仍不行请告诉系统管理员。').problem
