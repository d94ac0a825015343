import { hazardKind, hazardLevel } from '../../../core/code/index.ts'
import { address, code, date, defineLedger, flag, longText } from '../../../core/definition/index.ts'

/** 隐患台账: each stands for itself, from the day it is found until it is struck off. Not named `hazard`: offices have own ledgers of that name. */
export const hazard = defineLedger({
  name: 'hazardPlace',
  title: '隐患台账',
  unit: '处',
  description: '巡查和群众反映发现的安全隐患，整改、复查后销号。',
  exits: [{ rule: 'isRectified == true', reason: '已整改，复查后可以销号。', cause: 'expired' }],
  upkeep: { keeper: '网格员', everyDays: 15 },
  fields: {
    address: { type: address, title: '位置', element: 'matter.place', required: true },
    kind: { type: code(hazardKind), title: '隐患类型', element: 'hazard.kind', required: true },
    level: { type: code(hazardLevel), title: '隐患程度', element: 'hazard.level', required: true },
    description: { type: longText(), title: '隐患情况', element: 'hazard.description', listed: false },
    foundOn: { type: date, title: '发现时间', element: 'matter.occurredAt', required: true },
    isRectified: { type: flag, title: '是否已整改' },
    rectification: {
      type: longText(),
      title: '隐患整改情况',
      element: 'hazard.rectification',
      listed: false,
    },
  },
})
