import type { CodeList } from './code-list.ts'

/** What a community and an organisation sign with each other; practice, not a standard. */
export const agreementKind: CodeList = {
  name: 'agreementKind',
  title: '协议类别',
  items: [
    { code: '1', title: '共建协议', synonyms: ['共驻共建协议', '党建共建协议', '结对共建'] },
    { code: '2', title: '门前三包责任书', synonyms: ['门前三包', '门前五包'] },
    { code: '3', title: '消防安全责任书', synonyms: ['消防责任书'] },
    { code: '4', title: '安全生产责任书', synonyms: ['安全责任书', '安全生产目标责任书'] },
    { code: '5', title: '服务协议', synonyms: ['购买服务协议', '服务合同'] },
    { code: '6', title: '场地使用协议', synonyms: ['场地协议', '租用协议'] },
    { code: '9', title: '其他' },
  ],
}
