import { kinship, personRelationKind } from '../../../core/code/index.ts'
import { address, code, defineRecord, phone, reference, text } from '../../../core/definition/index.ts'

/**
 * 人员关系: who guards, cares for or is related to a person beyond the household. The other is a registered resident
 * (`relative`) or, where they live elsewhere, a name and how to reach them.
 */
export const personRelation = defineRecord({
  name: 'personRelation',
  title: '人员关系',
  unit: '条',
  table: 'person_relation',
  fields: {
    person: { type: reference('person'), title: '本人', kept: true },
    kind: { type: code(personRelationKind), title: '关系类别', required: true },
    relation: { type: code(kinship), title: '与本人的关系', element: 'guardian.relation' },
    relative: { type: reference('person'), title: '关系人（已登记的居民）' },
    name: { type: text({ max: 50 }), title: '关系人姓名（未登记的）', element: 'guardian.name' },
    phone: { type: phone, title: '关系人电话（未登记的）', element: 'guardian.phone', sensitive: 'contact' },
    address: {
      type: address,
      title: '关系人住址（未登记的）',
      element: 'guardian.address',
      sensitive: 'contact',
      listed: false,
    },
    note: { type: text({ max: 200 }), title: '备注', listed: false },
  },
})
