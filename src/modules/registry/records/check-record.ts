import type { RecordDefinition } from '../../../core/definition/index.ts'
import { type Place, Problem } from '../../../platform/contract/problem.ts'
import { findRow } from '../../../platform/server/repository/find.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Values } from '../../../platform/server/repository/row.ts'
import { agreement } from '../definitions/agreement.ts'
import { facility } from '../definitions/facility.ts'
import { organisation } from '../definitions/organisation.ts'
import { personRelation } from '../definitions/person-relation.ts'
import { isCreditCodeTaken } from '../storage/dependents.ts'
import { hasRelation } from '../storage/person-relations.ts'

/** A record as it would stand; `id` is missing while it is registered. */
interface Checked {
  readonly id: string | undefined
  readonly values: Values
  /** What was sent: a reference that stood is not asked about again. */
  readonly sent: Values
}

type Check = (repository: Repository, record: Checked) => Promise<readonly Place[]>

const at = (field: string, message: string): Place => ({ field, message })

const checkOrganisation: Check = async (repository, { id, values, sent }) => {
  if (!sent.creditCode || !(await isCreditCodeTaken(repository, String(values.creditCode), id))) return []
  const message = '这个统一社会信用代码已经登记过，不需要重复登记。请直接搜索；搜不到说明不在您的辖区。'
  throw new Problem('organisation.already_there', message, { places: [at('creditCode', message)] })
}

const checkAgreement: Check = async (_, { values: { signedOn, expiresOn } }) =>
  expiresOn && String(expiresOn) <= String(signedOn) ? [at('expiresOn', '到期日期应在签订日期之后。')] : []

const checkFacility: Check = async (repository, { values, sent }) => {
  const { longitude, latitude } = values
  const halfPlaced = (longitude === undefined) !== (latitude === undefined)
  const places = halfPlaced
    ? [at(longitude === undefined ? 'longitude' : 'latitude', '经度和纬度要么都填，要么都不填。')]
    : []
  if (!sent.maintainer) return places
  const found = await findRow(repository, organisation, String(sent.maintainer))
  return found?.row.valid_to === null
    ? places
    : [...places, at('maintainer', '没有这家单位，请从列表中选择。')]
}

const checkRelation: Check = async (repository, { id, values, sent }) => {
  const { person, relative, kind, name } = values
  if (!relative && !name) return [at('relative', '请选择已登记的居民；没有登记的，请填写姓名。')]
  if (!relative) return []
  if (relative === person) return [at('relative', '不能选本人。')]
  if (name) return [at('name', '已选了登记的居民，不用再填姓名。')]
  if (sent.relative) {
    const found = await findRow(repository, repository.catalogue.records.get('person')!, String(relative))
    if (!found || found.row.valid_to !== null)
      return [at('relative', '没有这位居民，或者不在您的辖区；请改填姓名和电话。')]
  }
  const same = { person: String(person), relative: String(relative), kind: String(kind) }
  return (await hasRelation(repository, same, id)) ? [at('relative', '这一关系已经登记过。')] : []
}

const checks = new Map<RecordDefinition, Check>([
  [organisation, checkOrganisation],
  [agreement, checkAgreement],
  [facility, checkFacility],
  [personRelation, checkRelation],
])

/**
 * Holds a record against what a single field cannot say. Throws `field.invalid` with every fault at its field, and
 * `organisation.already_there` for a credit code that is taken.
 */
export const checkRecord = async (
  repository: Repository,
  definition: RecordDefinition,
  record: Checked,
): Promise<void> => {
  const places = (await checks.get(definition)?.(repository, record)) ?? []
  if (places.length > 0)
    throw new Problem('field.invalid', `有 ${places.length} 处填写不对：${places[0]!.message}`, { places })
}
