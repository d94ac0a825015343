import { type Parsed, parsed, refused } from '../parsed.ts'
import { compactText } from '../plain-text.ts'
import { formatDateChinese, type PlainDate, readDate, todayIn } from '../time/index.ts'
import { type IdNumber, idNumberCheck } from './id-number.ts'
import { isSpreadsheetNumber } from './spreadsheet-number.ts'

/** First two digits of GB/T 2260, with 83 for residence permits of people from Taiwan. */
const provinces =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  )

/** 9 begins the numbers of foreign permanent residents, and those reserved for made-up people. */
const isRegion = (region: string): boolean => region.startsWith('9') || provinces.includes(region.slice(0, 2))

/** Upper case, without spaces, apostrophes and the look-alikes of X. */
const tidy = (text: string): string =>
  compactText(text)
    .replace(/[-'’‘]/g, '')
    .replace(/[×✕хХ]/g, 'X')
    .toUpperCase()

const rounded = (digits: string): Parsed<never> =>
  refused(
    `身份证号“${digits}”末三位是000，且校验不符，多半是被表格当作数字取整了，后三位已丢失。请在原表中把该列设为文本格式，重新填写后再导入。`,
  )

const checkShape = (written: string): Parsed<string> => {
  if (isSpreadsheetNumber(written))
    return refused(
      `身份证号被表格变成了数字“${written}”，后几位已丢失。请在原表中把该列设为文本格式，重新填写后再导入。`,
    )
  if (/[^0-9X]/.test(written)) return refused('身份证号只能由数字组成，末位可以是X,请核对。')
  if (written.length !== 18 && written.length !== 15)
    return refused(`身份证号应为18位，现在是${written.length}位，请核对。`)
  if (written.slice(0, -1).includes('X') || (written.length === 15 && written.endsWith('X')))
    return refused('身份证号中只有第18位可以是X,请核对。')
  return parsed(written)
}

const checkBirthDate = (digits: string, today: PlainDate): Parsed<PlainDate> => {
  const birth = digits.slice(6, 14)
  const birthDate = readDate(birth)
  if (!birthDate.ok) return refused(`身份证号第7至14位“${birth}”不是出生日期：${birthDate.message}`)
  return birthDate.value <= today
    ? birthDate
    : refused(`身份证号中的出生日期${formatDateChinese(birthDate.value)}还没有到，请核对。`)
}

/**
 * Reads a citizen identity number (GB 11643-1999). Numbers of 15 digits, given until 1999, are converted,
 * with a note. A wrong check character is told with the one that would be right.
 */
export const readIdNumber = (text: string, options: { today?: PlainDate } = {}): Parsed<IdNumber> => {
  const shape = checkShape(tidy(text))
  if (!shape.ok) return shape
  const written = shape.value
  const isOld = written.length === 15
  const digits = isOld ? `${written.slice(0, 6)}19${written.slice(6)}` : written.slice(0, 17)
  if (!isRegion(digits)) return refused(`身份证号前两位“${digits.slice(0, 2)}”不是省级代码，请核对。`)
  const check = idNumberCheck(digits)
  const zeros = !isOld && written.endsWith('000')
  if (zeros && check !== '0') return rounded(written)
  const birthDate = checkBirthDate(digits, options.today ?? todayIn())
  if (!birthDate.ok) return birthDate
  const idNumber = digits + check
  if (!isOld && idNumber !== written) return refused(`身份证号校验码不对，应为 ${check}。`, idNumber)
  const note = isOld
    ? `15位旧身份证号“${written}”已换成18位，请与现用证件核对。`
    : zeros
      ? '身份证号末三位是000，请核对是否被表格取整。'
      : undefined
  return parsed({
    idNumber,
    birthDate: birthDate.value,
    sex: Number(digits[16]) % 2 === 1 ? '1' : '2',
    region: digits.slice(0, 6),
    ...(note === undefined ? {} : { note }),
  })
}
