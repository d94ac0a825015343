import { changeText } from '../../../documents/official/index.ts'
import type { Aspect, Measured } from './measured.ts'

export const noLastYear = '上年同期无数据'

/** What a figure says: `1191`, `增长3.2%`, `上年同期无数据`. */
export const toldText = (
  aspect: Aspect,
  { value, lastYear, unit, text }: Pick<Measured, 'value' | 'lastYear' | 'unit' | 'text'>,
): string => (aspect === 'value' ? text : (changeText(value, lastYear, unit) ?? noLastYear))
