import type { Definition } from '../../../core/definition/index.ts'
import type { DefinitionView } from '../../contract/catalogue.ts'
import { areasWith } from '../permission/actor.ts'
import type { Repository } from '../repository/repository.ts'
import { readingRight, writingRight } from '../repository/scope.ts'

const describe = (repository: Repository, definition: Definition): DefinitionView => {
  const has = (right: Parameters<typeof areasWith>[1]) => areasWith(repository.actor, right).length > 0
  const retired = definition.kind === 'ledger' ? definition.retired : undefined
  return {
    name: definition.name,
    title: definition.title,
    unit: definition.unit,
    kind: definition.kind,
    description: definition.kind === 'ledger' ? definition.description : '',
    of: definition.kind === 'ledger' ? (definition.of?.name ?? null) : null,
    retired: retired ?? null,
    fields: Object.values(definition.fields).map((field) => ({
      key: field.key,
      title: field.title,
      required: field.required,
      listed: field.listed,
      kept: field.kept,
      sensitive: field.sensitive ?? null,
      unit: field.unit ?? null,
      role: field.encrypted ? 'none' : field.type.role,
      control: field.type.control as DefinitionView['fields'][number]['control'],
      type: field.type.name,
    })),
    may: {
      write: has(writingRight(definition)) && !retired,
      import: (definition.kind === 'ledger' || definition.importable) && has('data.import') && !retired,
      export: has('data.export'),
      reveal: has('field.reveal'),
    },
  }
}

/** The records and ledgers that the actor may read, as data for the page. */
export const describeDefinitions = (repository: Repository): DefinitionView[] =>
  [...repository.catalogue.records.values(), ...repository.catalogue.ledgers.values()]
    .filter((definition) => areasWith(repository.actor, readingRight(definition)).length > 0)
    .map((definition) => describe(repository, definition))
