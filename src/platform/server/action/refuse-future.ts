import { Problem } from '../../contract/problem.ts'
import type { Repository } from '../repository/repository.ts'

/** What is recorded has happened: a day after today is refused. */
export const refuseFuture = (repository: Repository, on: string): void => {
  if (on > repository.today)
    throw new Problem('field.invalid', '日期不能晚于今天。', {
      places: [{ field: 'on', message: '不能晚于今天' }],
    })
}
