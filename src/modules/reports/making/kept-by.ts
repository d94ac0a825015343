import type { Repository } from '../../../platform/server/repository/repository.ts'

/**
 * Files belong to whom they were put by. A report's document and a template's file belong to the report or the
 * template: whoever may see that gets the file from it, and nobody by the file's own id.
 */
export const keptBy = (repository: Repository, id: string): Repository => ({
  ...repository,
  actor: { ...repository.actor, id },
})
