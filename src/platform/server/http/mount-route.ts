import type { z } from 'zod'
import type { Route } from '../../contract/route.ts'
import type { Office } from '../office.ts'
import type { Repository } from '../repository/repository.ts'

/** Answers a reading request from the repository of whoever asks. */
export interface Reader<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly route: Route<Params, Query, Answer>
  answer(
    repository: Repository,
    asked: { params: z.output<Params>; query: z.output<Query> },
    office: Office,
  ): Promise<z.input<Answer>>
}

export const defineReader = <Params extends z.ZodType, Query extends z.ZodType, Answer extends z.ZodType>(
  route: Route<Params, Query, Answer>,
  answer: Reader<Params, Query, Answer>['answer'],
): Reader<Params, Query, Answer> => ({ route, answer })
