const digits = '〇一二三四五六七八九'

const digitOf = (character: string): number => (character === '零' ? 0 : digits.indexOf(character))

/** Rewrites the Chinese numerals in a date (二〇二六年十二月三十一日) in Arabic ones. */
export const arabicNumerals = (text: string): string =>
  text
    .replace(/([一二三])?十([一二三四五六七八九])?/g, (_, tens?: string, ones?: string) =>
      String((tens ? digitOf(tens) : 1) * 10 + (ones ? digitOf(ones) : 0)),
    )
    .replace(/[〇零○一二三四五六七八九]/g, (numeral) => String(numeral === '○' ? 0 : digitOf(numeral)))
