const digitValues: Record<string, number> = {}
;['〇零○', '一壹弌', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].forEach(
  (characters, value) => {
    for (const c of characters) digitValues[c] = value
  },
)
const smallUnits: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const largeUnits: Record<string, number> = { 万: 1e4, 亿: 1e8, 兆: 1e12 }

/** The value of a multiplier as it follows Arabic digits: 万 10⁴, 百万 10⁶, 万亿 10¹². */
export const multiplierValue = (text: string): number => {
  let value = 1
  for (const c of text) value *= smallUnits[c] ?? largeUnits[c] ?? 1
  return value
}

const digitString = /^[〇零○一二三四五六七八九]{2,}$/

/**
 * The value of a Chinese numeral, plain or financial: 两千三百五 2350, 四千万零六千 40006000, 十五点七 15.7,
 * 二〇二六 2026. NaN where it is none.
 */
export const numeralValue = (text: string): number => {
  const point = text.indexOf('点')
  if (point > 0) {
    const digits = [...text.slice(point + 1)].map((c) => digitValues[c])
    if (digits.length === 0 || digits.some((d) => d === undefined)) return Number.NaN
    return numeralValue(text.slice(0, point)) + Number(`0.${digits.join('')}`)
  }
  if (digitString.test(text)) return Number([...text].map((c) => digitValues[c]).join(''))
  let total = 0
  let section = 0
  let digit: number | undefined
  let lastUnit = 1
  let zero = false
  for (const c of text) {
    const value = digitValues[c]
    const small = smallUnits[c]
    const large = largeUnits[c]
    if (value !== undefined) {
      if (value === 0) zero = true
      digit = value
    } else if (small !== undefined) {
      section += (digit === undefined || (digit === 0 && zero) ? 1 : digit) * small
      digit = undefined
      zero = false
      lastUnit = small
    } else if (large !== undefined) {
      const part = section + (digit ?? 0)
      // 万亿 multiplies everything before it; 亿…万 adds.
      if (total > 0 && large > 1e4 && total < large) total = (total + part) * large
      else if (part === 0 && total > 0) total *= large
      else total += (part === 0 ? 1 : part) * large
      section = 0
      digit = undefined
      zero = false
      lastUnit = large
    } else return Number.NaN
  }
  // 九万四 is 94,000: a last digit without 零 before it counts the next lower place.
  if (digit !== undefined) section += !zero && lastUnit >= 100 ? digit * (lastUnit / 10) : digit
  return total + section
}

/** Vague magnitudes are ranges: 几十 20–90, 十几 11–19, 数万 20,000–90,000. */
export const vagueNumeralRange = (text: string): [number, number] => [
  numeralValue(text.replace(/十[几数]/, '十一').replace(/[几数]/, '二')),
  numeralValue(text.replace(/十[几数]/, '十九').replace(/[几数]/, '九')),
]
