import { type Parsed, parsed, refused } from '../parsed.ts'
import { plainText } from '../plain-text.ts'
import { isSpreadsheetNumber } from './spreadsheet-number.ts'

/** Area codes have three digits where they begin with 01 or 02, else four. */
const landline = /^(0[12]\d|0[3-9]\d{2})?([2-8]\d{6,7})(?:[-转#]+(\d{1,6}))?$/

const readLandline = (digits: string): string | undefined => {
  const match = landline.exec(digits)
  if (!match) return undefined
  const [, area, number, extension] = match
  return [area, number, extension].filter((part) => part !== undefined).join('-')
}

/**
 * Reads a telephone number: a mobile number as 11 digits, a landline as `010-12345678` (without area code
 * where none was written, with `-` before an extension), a service number as `400-123-4567`.
 */
export const readPhone = (text: string): Parsed<string> => {
  const plain = plainText(text).replace(/^['’‘]|['’‘]$/g, '')
  const compact = plain
    .replace(/[\s()]/g, '')
    .replace(/[–—_]/g, '-')
    .replace(/(\d)\.0$/, '$1')
  if (isSpreadsheetNumber(compact))
    return refused(`电话被表格变成了数字“${plain}”，后几位已丢失。请在原表中把该列设为文本格式，重新填写。`)
  if (/[,;、/|]|和|或/.test(compact)) return refused(`“${plain}”里不止一个号码，请只填一个。`)
  const national = compact.replace(/^(\+|00)86-?/, '').replace(/^86-?(?=1\d{10}$)/, '')
  const digits = national.replaceAll('-', '')
  if (/^1[3-9]\d{9}$/.test(digits)) return parsed(digits)
  if (/^[48]00\d{7}$/.test(digits)) return parsed(digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3'))
  const fixed = readLandline(national.replace(/^(0\d{2,3})-/, '$1')) ?? readLandline(digits)
  if (fixed) return parsed(fixed)
  if (/^1[3-9]\d+$/.test(digits)) return refused(`手机号应为11位，“${plain}”是${digits.length}位，请核对。`)
  return refused(`“${plain}”不是能认出的电话号码。手机号写11位，固定电话写成 010-12345678 的样子。`)
}

/** `138****5678`, `010-****5678`: the last four digits stay, and what does not tell who it is. */
export const maskPhone = (phone: string): string => {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  const match = /^(0\d{2,3}-|[48]00-)?(.*?)(\d{4})(-\d{1,6})?$/.exec(phone)
  return match ? `${match[1] ?? ''}****${match[3]}` : '****'
}
