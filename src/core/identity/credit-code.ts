import { type Parsed, parsed, refused } from '../parsed.ts'
import { compactText } from '../plain-text.ts'
import { isSpreadsheetNumber } from './spreadsheet-number.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The check character that follows the first 17 of a unified social credit code (GB 32100-2015 §5). */
const creditCodeCheck = (code: string): string => {
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(code[index]!), 0)
  // npm `stdnum` gives no character where the sum is a multiple of 31, and wants digits where N2 may stand.
  return alphabet[(31 - (sum % 31)) % 31]!
}

/** Builds the credit code of a made-up organisation from its first 17 characters. */
export const makeCreditCode = (first17: string): string => first17 + creditCodeCheck(first17)

/** Reads a unified social credit code (统一社会信用代码): 18 characters without I, O, Z, S and V. */
export const readCreditCode = (text: string): Parsed<string> => {
  const written = compactText(text)
    .replace(/[-'’‘]/g, '')
    .toUpperCase()
  if (isSpreadsheetNumber(written))
    return refused(
      `统一社会信用代码被表格变成了数字“${written}”，后几位已丢失。请在原表中把该列设为文本格式，重新填写后再导入。`,
    )
  if (written.length !== 18) return refused(`统一社会信用代码应为18位，现在是${written.length}位，请核对。`)
  const foreign = [...written].find((character) => !alphabet.includes(character))
  if (foreign !== undefined)
    return refused(`统一社会信用代码中不能有“${foreign}”（不用字母 I、O、Z、S、V），请核对。`)
  const check = creditCodeCheck(written)
  return written.endsWith(check)
    ? parsed(written)
    : refused(`统一社会信用代码的校验码不对，应为 ${check}。`, written.slice(0, 17) + check)
}

/** The registering body and the last four stay. */
export const maskCreditCode = (code: string): string => `${code.slice(0, 2)}************${code.slice(-4)}`
