import { type FittedValue, fitted, unfit, type ValueStyle } from './element-value.ts'
import { essence, listed, optionsOf } from './options.ts'

/** Texts, ID numbers and telephones among them, are written as they are and always as text. */
export const fitText = (text: string, style: ValueStyle): FittedValue => {
  if (!style.options || style.options.length === 0) return fitted(text)
  const options = optionsOf(style)!
  const found =
    options.find(({ written }) => written === text) ??
    options.find(
      ({ written, words }) => essence(written) === essence(text) || essence(words) === essence(text),
    )
  return found ? fitted(found.written) : unfit(`“${text}”不在表格的下拉选项里（${listed(options)}）。`)
}
