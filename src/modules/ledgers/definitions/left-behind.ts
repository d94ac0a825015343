import {
  guardianshipKind,
  kinship,
  leftBehindSituation,
  livingArrangement,
} from '../../../core/code/index.ts'
import { code, defineLedger, flag, phone, text } from '../../../core/definition/index.ts'
import { person } from '../../registry/index.ts'

const contact = {
  contactName: {
    type: text({ max: 50 }),
    title: '家庭联系人姓名',
    element: 'familyContact.name',
    listed: false,
  },
  contactRelation: {
    type: code(kinship),
    title: '家庭联系人与本人关系',
    element: 'familyContact.relation',
    listed: false,
  },
  contactPhone: {
    type: phone,
    title: '家庭联系人电话',
    element: 'familyContact.phone',
    sensitive: 'contact' as const,
    listed: false,
  },
}

/** 留守儿童: under 16, parents away (国务院《关于加强农村留守儿童关爱保护工作的意见》国发〔2016〕13号). */
export const leftBehindChild = defineLedger({
  name: 'leftBehindChild',
  title: '留守儿童台账',
  unit: '人',
  of: person,
  description: '父母双方外出务工，或一方外出、另一方无监护能力的未满 16 周岁儿童。',
  basis: { kind: 'duty', rule: '《中华人民共和国未成年人保护法》' },
  entry: { rule: 'person.age < 16', message: '已满 16 周岁，不进入留守儿童台账。' },
  upkeep: { keeper: '社区社工', everyDays: 30 },
  fields: {
    situation: { type: code(leftBehindSituation), title: '留守情形', required: true },
    guardianshipKind: { type: code(guardianshipKind), title: '监护类型', required: true },
    hasEntrustedGuardian: { type: flag, title: '有无委托监护人' },
    guardianName: { type: text({ max: 50 }), title: '监护人姓名', element: 'guardian.name' },
    guardianRelation: {
      type: code(kinship),
      title: '与监护人关系',
      element: 'guardian.relation',
      listed: false,
    },
    guardianPhone: { type: phone, title: '监护人电话', element: 'guardian.phone', sensitive: 'contact' },
    ...contact,
  },
})

/** 留守老人: 60 and over whose children are away. */
export const leftBehindElder = defineLedger({
  name: 'leftBehindElder',
  title: '留守老人台账',
  unit: '人',
  of: person,
  description: '子女长期外出、身边无人照料的 60 周岁及以上老人。',
  basis: { kind: 'duty', rule: '《中华人民共和国老年人权益保障法》' },
  entry: { rule: 'person.age >= 60', message: '未满 60 周岁，不进入留守老人台账。' },
  upkeep: { keeper: '网格员', everyDays: 30 },
  fields: {
    livingArrangement: {
      type: code(livingArrangement),
      title: '居住情况',
      element: 'elderCare.livingArrangement',
      required: true,
    },
    hasMobilityDifficulty: {
      type: flag,
      title: '是否行动不便',
      element: 'elderCare.hasMobilityDifficulty',
      sensitive: 'health',
      listed: false,
    },
    ...contact,
  },
})
