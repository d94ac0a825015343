import { publicityKind } from '../../../core/code/index.ts'
import { address, code, date, decimal, defineLedger, phone, text } from '../../../core/definition/index.ts'

/** 宣传阵地台账: notice boards, screens, halls; each stands for itself. */
export const publicityPosition = defineLedger({
  name: 'publicityPosition',
  title: '宣传阵地台账',
  unit: '处',
  description: '社区的宣传栏、电子屏、活动室等宣传阵地和管理人。',
  upkeep: { keeper: '社区社工', everyDays: 180 },
  fields: {
    name: { type: text({ max: 60 }), title: '阵地名称', element: 'place.name', required: true },
    kind: { type: code(publicityKind), title: '阵地类型', element: 'place.kind', required: true },
    address: { type: address, title: '位置', element: 'place.address' },
    floorArea: {
      type: decimal({ decimals: 1, min: 0, max: 100000 }),
      title: '面积',
      element: 'place.area',
      unit: '平方米',
    },
    openedOn: { type: date, title: '启用时间', element: 'place.openedOn', listed: false },
    managerName: { type: text({ max: 50 }), title: '管理人', element: 'organisation.managerName' },
    managerPhone: {
      type: phone,
      title: '管理人电话',
      element: 'organisation.managerPhone',
      sensitive: 'contact',
      listed: false,
    },
  },
})
