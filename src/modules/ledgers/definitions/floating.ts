import { lodgingKind, moveInReason } from '../../../core/code/index.ts'
import { code, date, defineLedger, text } from '../../../core/definition/index.ts'
import { person } from '../../registry/index.ts'

/** 流动人口台账: who lives here and is registered elsewhere (实有人口类型 2). */
export const floatingResident = defineLedger({
  name: 'floatingResident',
  title: '流动人口台账',
  unit: '人',
  of: person,
  description: '住在辖区、户籍在外地的居民，用于居住登记和服务。',
  basis: { kind: 'duty', rule: '《居住证暂行条例》' },
  expected: { rule: 'person.populationType == "2"', reason: '登记为流动人口。' },
  exits: [
    {
      rule: 'has(person.populationType) && person.populationType != "2"',
      reason: '已不是流动人口（如已在本地落户）。',
      cause: 'reclassified',
    },
  ],
  upkeep: { keeper: '网格员', everyDays: 180 },
  fields: {
    inflowReason: { type: code(moveInReason), title: '流入原因', element: 'residence.inflowReason' },
    inflowDate: { type: date, title: '流入时间', element: 'residence.inflowDate' },
    origin: { type: text({ max: 100 }), title: '流入来源', element: 'residence.origin' },
    lodgingKind: { type: code(lodgingKind), title: '暂住处所', element: 'residence.lodgingKind' },
    permitNumber: {
      type: text({ max: 30 }),
      title: '居住证编号',
      element: 'residence.permitNumber',
      sensitive: 'identity',
      listed: false,
    },
    permitExpiresOn: {
      type: date,
      title: '居住证到期日期',
      element: 'residence.permitExpiresOn',
      listed: false,
    },
  },
})
