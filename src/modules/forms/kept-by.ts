import type { Repository } from '../../platform/server/repository/repository.ts'

/** The blank file belongs to the request: whoever may see that gets the file from it, nobody by the file's id. */
export const keptBy = (repository: Repository, request: string): Repository => ({
  ...repository,
  actor: { ...repository.actor, id: request },
})
