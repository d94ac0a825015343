import { changeText, numberText } from '../../../documents/official/index.ts'
import type { Measured } from '../figures/measured.ts'
import { toldText } from '../figures/told-text.ts'
import { type FigureRow, inputsOf } from '../storage/figure-row.ts'

export interface Judgement {
  readonly verdict: 'confirmed' | 'stale' | 'altered' | 'removed' | 'unknown'
  readonly message: string
}

/** What the ledgers say now, or that the metric is not what it was. */
export type Current = Measured | 'gone' | 'redefined'

/** Written differently but the same number: full-width digits, spaces, thousands separators. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u00A0]/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')

const unitOf = ({ aspect, unit }: FigureRow) => (aspect === 'change' ? '' : unit)

const sameText = (figure: FigureRow, text: string): boolean => {
  const written = plain(text)
  return written === plain(figure.text) || written === plain(figure.text + unitOf(figure))
}

const scopeOf = ({ area_name, as_of, period_from, title }: FigureRow) =>
  `${area_name}${period_from ? `${period_from} 至 ` : ''}${as_of} 的「${title}」`

/** `503 ÷ 812 = 61.9%`, `(1191 - 1154) ÷ 1154,增长3.2%`, `1191 人`. */
const arithmetic = (figure: FigureRow, now: Measured): string => {
  const told = toldText(figure.aspect, now)
  if (figure.aspect === 'value')
    return now.numerator === null || now.denominator === null
      ? `${told} ${now.unit}`
      : `${now.numerator} ÷ ${now.denominator} = ${told}${now.unit}`
  if (now.value === null || now.lastYear === null) return told
  const both = `${numberText(now.value)} - ${numberText(now.lastYear)}`
  const relative = now.lastYear > 0 && now.unit !== '%' && changeText(now.value, now.lastYear)?.endsWith('%')
  return relative ? `(${both}) ÷ ${numberText(now.lastYear)},${told}` : `${both},${told}`
}

const difference = (figure: FigureRow, now: Measured): string => {
  if (figure.aspect === 'change' || figure.value === null || now.value === null) return ''
  const by = now.value - figure.value
  return by === 0 ? '' : `，${by > 0 ? '多' : '少'} ${numberText(Math.abs(by))} ${figure.unit}`
}

const stillSays = (figure: FigureRow, now: Measured): boolean =>
  toldText(figure.aspect, now) === figure.text && (figure.aspect === 'change' || now.value === figure.value)

const sayNow = (figure: FigureRow, current: Current): string => {
  if (current === 'gone') return '这个指标已经取消，不能再与台账核对。'
  if (current === 'redefined') return '这个指标的口径后来改过，现在的数与当时不可比。'
  return stillSays(figure, current)
    ? `台账现在仍是 ${arithmetic(figure, current)}。`
    : `台账现在是 ${arithmetic(figure, current)}${difference(figure, current)}。`
}

/**
 * Holds what stands in a document (null: nothing) against the frozen figure, then the figure against the ledgers
 * as they are known now. What the document says comes first: a number that somebody changed is told as changed,
 * whatever the ledgers say.
 */
export const judgeFigure = (figure: FigureRow, text: string | null, current: Current): Judgement => {
  const frozen = `${figure.text}${unitOf(figure)}`
  if (text === null)
    return {
      verdict: 'removed',
      message: `文中找不到${scopeOf(figure)}了，成文时是 ${frozen}。${sayNow(figure, current)}`,
    }
  if (!sameText(figure, text))
    return {
      verdict: 'altered',
      message: `${scopeOf(figure)}成文时是 ${frozen}，现在写成了“${text}”。${sayNow(figure, current)}`,
    }
  if (current === 'gone' || current === 'redefined')
    return { verdict: 'unknown', message: `${scopeOf(figure)}：${sayNow(figure, current)}` }
  if (!stillSays(figure, current))
    return {
      verdict: 'stale',
      message: `${scopeOf(figure)}成文时是 ${frozen}，按同一范围和截止日期，${sayNow(figure, current)}`,
    }
  const corrected =
    inputsOf(figure.aspect, current) === figure.inputs ? '' : '背后有记录在成文之后更正过，结果没有变。'
  return {
    verdict: 'confirmed',
    message: `${scopeOf(figure)}与台账一致：${arithmetic(figure, current)}。${corrected}`,
  }
}
