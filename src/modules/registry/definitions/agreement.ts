import { agreementKind } from '../../../core/code/index.ts'
import { code, date, defineRecord, longText, reference, text } from '../../../core/definition/index.ts'

/** 协议: what an organisation has signed with the community, and until when it holds. */
export const agreement = defineRecord({
  name: 'agreement',
  title: '协议',
  unit: '份',
  table: 'agreement',
  fields: {
    name: { type: text({ max: 100 }), title: '协议名称', required: true, search: ['text'] },
    kind: { type: code(agreementKind), title: '协议类别', required: true },
    organisation: { type: reference('organisation'), title: '签约单位', kept: true },
    number: { type: text({ max: 40 }), title: '协议编号', listed: false },
    signedOn: { type: date, title: '签订日期', required: true },
    expiresOn: { type: date, title: '到期日期' },
    managerName: { type: text({ max: 50 }), title: '社区责任人' },
    terms: { type: longText(), title: '主要约定', listed: false },
  },
})
