import type { CodeList } from './code-list.ts'

/** How consent was given; PIPL art. 14 and 29 ask for a clear act, for sensitive data a separate one. */
export const consentForm: CodeList = {
  name: 'consentForm',
  title: '同意的方式',
  items: [
    { code: '1', title: '本人签字', synonyms: ['书面', '签字', '签名'] },
    { code: '2', title: '监护人签字', synonyms: ['监护人同意', '家长签字'] },
    { code: '3', title: '网上确认', synonyms: ['网上报名', '线上确认', '电子'] },
    { code: '4', title: '当面口头同意', synonyms: ['口头', '当面同意'] },
  ],
}
