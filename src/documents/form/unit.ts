import { compactText, plainText } from '../../core/plain-text.ts'
import type { Grid } from './grid.ts'

const units =
  /^(?:单位:)?((?:万|千|百|亿)?元(?:[/每](?:人|户|次)?[·/]?(?:月|年|季|天))?|万|人民币元|RMB|平方米|平方|平米|m²|m2|㎡|亩|公顷|平方公里|公里|米|厘米|cm|人次|万人|人|名|户|万户|间|套|个|件|起|宗|岁|周岁|%|‰|页|张|小时|天)$/i

/** The unit that a header names in brackets: 注册资金(万元), 面积(㎡). */
export const unitIn = (header: string): string | undefined => {
  for (const [, inside] of compactText(header).matchAll(/\(([^()]{1,12})\)/g)) {
    const unit = units.exec(inside!)?.[1]
    if (unit !== undefined) return /^(rmb|人民币元)$/i.test(unit) ? '元' : unit
  }
  return undefined
}

/** The unit of a whole sheet, as in 单位:万元 above the table. */
export const unitOfSheet = (grid: Grid, until: number): string | undefined => {
  for (let row = 1; row <= Math.min(until, grid.lastRow); row++)
    for (const { text } of grid.row(row)) {
      const line = plainText(text).replace(/:\s+/g, ':')
      const named = /(?:^|[\s(,、])(?:计量|金额)?单位:([^\s),]{1,6})/.exec(line)?.[1]
      const unit = named === undefined ? undefined : units.exec(compactText(named))?.[1]
      if (unit !== undefined) return unit
    }
  return undefined
}
