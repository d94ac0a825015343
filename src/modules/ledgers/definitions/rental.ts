import { rentalKind } from '../../../core/code/index.ts'
import {
  code,
  date,
  defineLedger,
  flag,
  integer,
  money,
  phone,
  text,
} from '../../../core/definition/index.ts'
import { dwelling } from '../../registry/index.ts'

/** 出租房台账: about dwellings, not people. */
export const rental = defineLedger({
  name: 'rental',
  title: '出租房台账',
  unit: '套',
  of: dwelling,
  description: '出租的房屋、出租人和租住安全情况。',
  basis: { kind: 'duty', rule: '《商品房屋租赁管理办法》' },
  expected: { rule: 'dwelling.isRented == true', reason: '房屋登记为出租房。' },
  exits: [{ rule: 'dwelling.isRented == false', reason: '房屋已不出租。', cause: 'reclassified' }],
  upkeep: { keeper: '网格员', everyDays: 90 },
  fields: {
    kind: { type: code(rentalKind), title: '出租房类别' },
    lessorName: { type: text({ max: 50 }), title: '出租人姓名' },
    lessorPhone: { type: phone, title: '出租人联系电话', sensitive: 'contact' },
    startedOn: { type: date, title: '出租时间', listed: false },
    registrationNumber: { type: text({ max: 40 }), title: '租赁备案证号', listed: false },
    roomCount: { type: integer({ min: 0, max: 100 }), title: '出租间数', unit: '间', listed: false },
    occupantLimit: { type: integer({ min: 0, max: 200 }), title: '限住人数', unit: '人', listed: false },
    monthlyRent: { type: money, title: '月租金', unit: '元/月', sensitive: 'finance', listed: false },
    hasEmergencyExit: { type: flag, title: '有无安全通道', element: 'dwelling.hasEmergencyExit' },
  },
})
