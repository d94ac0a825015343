import { consentForm } from '../code/index.ts'
import { code } from './code.ts'
import { date } from './date.ts'

/** What an entry says of consent: when and how it was given, and when it was taken back. */
export const consentFields = {
  consentOn: {
    type: date,
    title: '同意日期',
    required: true,
    listed: false,
    synonyms: ['同意时间', '签字日期', '授权日期'],
  },
  consentHow: {
    type: code(consentForm),
    title: '同意方式',
    required: true,
    listed: false,
    synonyms: ['授权方式'],
  },
  consentWithdrawnOn: {
    type: date,
    title: '撤回同意日期',
    listed: false,
    synonyms: ['撤回日期'],
  },
}

/** Taken back, there is no reason to go on holding the entry: a person takes it out. */
export const withdrawal = {
  rule: 'has(consentWithdrawnOn)',
  reason: '本人已撤回同意（个人信息保护法第十五条）。',
  cause: 'reclassified',
} as const

/** Keys of the fields that every entry of a ledger held by consent has. */
export const consentKeys: readonly string[] = Object.keys(consentFields)
