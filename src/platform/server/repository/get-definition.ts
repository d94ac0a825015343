import type { Definition, LedgerDefinition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'
import { areasWith } from '../permission/actor.ts'
import { findDefinition, type Repository } from './repository.ts'
import { readingRight } from './scope.ts'

/** The definition of that name. Throws `definition.not_found`, also where the actor may read none of it. */
export const getDefinition = (repository: Repository, name: string): Definition => {
  const definition = findDefinition(repository.catalogue, name)
  if (!definition || areasWith(repository.actor, readingRight(definition)).length === 0)
    throw new Problem('definition.not_found', `没有「${name}」这种登记项或台账。`)
  return definition
}

/** The ledger of that name; throws as {@link getDefinition}. */
export const getLedger = (repository: Repository, name: string): LedgerDefinition => {
  const definition = getDefinition(repository, name)
  if (definition.kind !== 'ledger')
    throw new Problem('definition.not_found', `「${definition.title}」不是台账。`)
  return definition
}
