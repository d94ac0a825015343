import type { Definition } from '../../../../core/definition/index.ts'
import type { Row } from '../../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../../platform/server/repository/repository.ts'
import { toValues, type Values } from '../../../../platform/server/repository/row.ts'
import type { NewVersion } from '../../storage/write-versions.ts'

/** The stored values of some fields only, since opening sealed ones takes time. */
const storedValues = (
  repository: Repository,
  definition: Definition,
  row: Row,
  keys: readonly string[],
): Values => {
  const fields = Object.fromEntries(keys.map((key) => [key, definition.fields[key]!]))
  return toValues(repository.cipher, { ...definition, fields }, row)
}

/**
 * The version that follows a stored one when values of a file are laid over it; undefined where they say nothing
 * new. What the file leaves blank stays.
 */
export const changeOf = (
  repository: Repository,
  definition: Definition,
  old: Row,
  values: Values,
): NewVersion | undefined => {
  const stored = storedValues(repository, definition, old, Object.keys(values))
  const isNew = Object.entries(values).some(([key, value]) => stored[key] !== value)
  if (!isNew) return undefined
  return {
    id: old.id,
    area: old.area,
    version: old.version + 1,
    since: old.since,
    cause: 'imported',
    values: { ...toValues(repository.cipher, definition, old), ...values },
    subject: old.subject ?? undefined,
    old,
  }
}
