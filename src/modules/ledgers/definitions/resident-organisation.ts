import { residentOrganisationKind } from '../../../core/code/index.ts'
import {
  address,
  code,
  creditCode,
  date,
  defineLedger,
  integer,
  phone,
  text,
} from '../../../core/definition/index.ts'

/** 驻区单位台账: organisations within the community and what was agreed with them. */
export const residentOrganisation = defineLedger({
  name: 'residentOrganisation',
  title: '驻区单位台账',
  unit: '家',
  description: '辖区内的机关、企事业单位、商户和社会组织，以及共建协议。',
  upkeep: { keeper: '网格员', everyDays: 180 },
  fields: {
    name: { type: text({ max: 100 }), title: '单位名称', element: 'organisation.name', required: true },
    kind: {
      type: code(residentOrganisationKind),
      title: '单位类别',
      element: 'organisation.kind',
      required: true,
    },
    creditCode: { type: creditCode, title: '统一社会信用代码', element: 'organisation.creditCode' },
    address: { type: address, title: '单位地址', element: 'organisation.address' },
    managerName: { type: text({ max: 50 }), title: '负责人', element: 'organisation.managerName' },
    managerPhone: {
      type: phone,
      title: '负责人电话',
      element: 'organisation.managerPhone',
      sensitive: 'contact',
      listed: false,
    },
    employeeCount: {
      type: integer({ min: 0, max: 1000000 }),
      title: '从业人数',
      element: 'organisation.employeeCount',
      unit: '人',
    },
    partyMemberCount: {
      type: integer({ min: 0, max: 100000 }),
      title: '党员人数',
      element: 'organisation.partyMemberCount',
      unit: '人',
      listed: false,
    },
    agreedUntil: { type: date, title: '共建协议有效期至', element: 'organisation.validUntil' },
  },
})
