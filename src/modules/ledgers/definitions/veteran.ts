import { selfCareAbility, veteranKind } from '../../../core/code/index.ts'
import { code, date, defineLedger, text } from '../../../core/definition/index.ts'
import { person } from '../../registry/index.ts'

/** 退役军人和优抚对象台账. */
export const veteran = defineLedger({
  name: 'veteran',
  title: '退役军人和优抚对象台账',
  unit: '人',
  of: person,
  description: '辖区内的退役军人、残疾军人、烈军属等优抚对象。',
  basis: { kind: 'duty', rule: '《中华人民共和国退役军人保障法》' },
  upkeep: { keeper: '社区社工', everyDays: 180 },
  fields: {
    kind: { type: code(veteranKind), title: '优抚类型', required: true },
    certificateNumber: { type: text({ max: 30 }), title: '优待证号', sensitive: 'identity' },
    livingAbility: { type: code(selfCareAbility), title: '生活能力', listed: false },
    supportSituation: { type: text({ max: 50 }), title: '供养情况', listed: false },
    dischargedOn: { type: date, title: '退役时间' },
  },
})
