import { compactText } from '../../../core/plain-text.ts'
import { type FittedValue, fitted, unfit, type ValueStyle } from './element-value.ts'
import { listed, optionsOf } from './options.ts'

const yes = /^(是|有|√|✓|☑|对|y|yes|true|已.{0,4}|享受|属于|1|需要|符合)$/i
const no = /^(否|无|没有|×|✗|x|□|☐|不是|n|no|false|未.{0,4}|不.{1,4}|0|2|非.{0,4})$/i

/** A yes or no: 是/否, 有/无, √ and nothing, or as the drop-down words it. */
export const fitFlag = (flag: boolean, style: ValueStyle): FittedValue => {
  const options = optionsOf(style)
  if (options) {
    const wanted = flag ? yes : no
    const found =
      options.find(({ words }) => words !== '' && wanted.test(words)) ??
      options.find(({ written, words }) => words === '' && wanted.test(written))
    if (found) return fitted(found.written)
    // Where only a tick is offered, its absence says no.
    if (!flag && options.every(({ written }) => yes.test(written))) return fitted(null)
    return unfit(`“${flag ? '是' : '否'}”不在表格的选项里（${listed(options)}）。`)
  }
  const samples = (style.samples ?? []).map(compactText)
  const header = compactText(style.header)
  const shows = (pattern: RegExp) => samples.some((text) => pattern.test(text))
  if (shows(/^[√✓]$/) || /打[√✓勾]|划[√✓勾]|[(（][√✓][)）]/.test(header)) return fitted(flag ? '√' : null)
  if (samples.length > 0 && samples.every((text) => /^[01]$/.test(text))) return fitted(flag ? '1' : '0')
  if (shows(/^[有无]$/) || (/有无/.test(header) && !shows(/^[是否]$/))) return fitted(flag ? '有' : '无')
  return fitted(flag ? '是' : '否')
}
