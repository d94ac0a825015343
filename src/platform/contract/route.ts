import { z } from 'zod'
import type { Right } from './right.ts'

type Schema = z.ZodType

/** A reading request: what it takes and what it answers. The server, the web client and OpenAPI derive from it. */
export interface Route<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Answer extends Schema = Schema,
> {
  readonly path: string
  readonly title: string
  /** Whoever has none of it anywhere is refused; the repository narrows the rest to the areas where it holds. */
  readonly right: Right | 'signedIn'
  readonly params: Params
  readonly query: Query
  readonly answer: Answer
}

const nothing = z.object({})

/** Describes a `GET` request. `path` uses `:name` for parameters. */
export const defineRoute = <
  Answer extends Schema,
  Params extends Schema = typeof nothing,
  Query extends Schema = typeof nothing,
>(input: {
  path: string
  title: string
  right: Right | 'signedIn'
  params?: Params
  query?: Query
  answer: Answer
}): Route<Params, Query, Answer> => ({
  ...input,
  params: input.params ?? (nothing as unknown as Params),
  query: input.query ?? (nothing as unknown as Query),
})

/** Something that can happen: a command with an input, sent once, answered once (`POST /api/actions/<name>`). */
export interface ActionContract<Input extends Schema = Schema, Output extends Schema = Schema> {
  /** Verb and noun, such as `editEntry`. */
  readonly name: string
  readonly title: string
  readonly right: Right
  readonly input: Input
  readonly output: Output
}

/** Describes an action. */
export const describeAction = <Input extends Schema, Output extends Schema>(
  input: ActionContract<Input, Output>,
): ActionContract<Input, Output> => input
