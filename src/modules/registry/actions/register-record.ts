import type { z } from 'zod'
import type { RecordDefinition } from '../../../core/definition/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { newId } from '../../../platform/server/new-id.ts'
import type { Office } from '../../../platform/server/office.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { checkValues } from '../../../platform/server/repository/check-values.ts'
import { recordTouched } from '../../../platform/server/repository/command-records.ts'
import { getRecord } from '../../../platform/server/repository/find.ts'
import { mergeValues } from '../../../platform/server/repository/merge-values.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { insertRecord, lockRecord } from '../../../platform/server/repository/write.ts'
import { person } from '../definition.ts'
import { agreement } from '../definitions/agreement.ts'
import { facility } from '../definitions/facility.ts'
import { organisation } from '../definitions/organisation.ts'
import { personRelation } from '../definitions/person-relation.ts'
import { registerRecord as contract, type Registrable } from '../record-contract.ts'
import { checkRecord } from '../records/check-record.ts'

type Input = z.output<typeof contract.input>

/** What can be registered, and the record that it belongs to, under which field. */
const kinds: Readonly<
  Record<
    Registrable,
    { definition: RecordDefinition; owner?: { definition: RecordDefinition; field: string } }
  >
> = {
  organisation: { definition: organisation },
  facility: { definition: facility },
  agreement: { definition: agreement, owner: { definition: organisation, field: 'organisation' } },
  personRelation: { definition: personRelation, owner: { definition: person, field: 'person' } },
}

/** Where it will lie: in the area named, or where the record lies that it belongs to. */
const placeOf = async (repository: Repository, input: Input, { areas }: Pick<Office, 'areas'>) => {
  const { definition, owner } = kinds[input.definition]
  if (!owner) {
    if (!input.area)
      throw new Problem('field.invalid', `请选择${definition.title}在哪个网格。`, {
        places: [{ field: 'area', message: '请选择所在网格' }],
      })
    if (!areas.find(input.area) || !may(repository.actor, 'registry.write', input.area))
      throw new Problem('right.missing', `您的岗位不能在这个区域登记${definition.title}。`)
    return { area: input.area, own: {} }
  }
  if (!input.of)
    throw new Problem('field.invalid', `请先打开${owner.definition.title}的主页，再登记${definition.title}。`)
  const found = await lockRecord(repository, owner.definition, input.of)
  return { area: found.area, own: { [owner.field]: found.id } }
}

/** Registers an organisation, a facility, an agreement or a relation of a person. */
export const registerRecord = defineAction(contract, async (repository, input, office) => {
  const { definition } = kinds[input.definition]
  const { area, own } = await placeOf(repository, input, office)
  refuseFuture(repository, input.on)
  const values = checkValues(definition, { ...mergeValues(definition, {}, input.values), ...own })
  await checkRecord(repository, definition, { id: undefined, values, sent: values })

  const row = await insertRecord(repository, definition, { id: newId(), area, on: input.on, values })
  // Undone as a command, which is refused as long as something else points here.
  await recordTouched(repository, [
    { definition: definition.name, record: row.id, before: null, after: row.version },
  ])
  return {
    answer: { record: await getRecord(repository, definition, row.id) },
    audit: { definition: definition.name, subject: row.id, area },
  }
})
