import { nearest } from '../nearest.ts'
import { type Parsed, parsed, refused } from '../parsed.ts'
import { compactText } from '../plain-text.ts'
import type { CodeItem, CodeList } from './code-list.ts'

/** The title of a code; the code itself where the list does not have it, so that old data stays visible. */
export const titleOf = (list: CodeList, code: string): string =>
  list.items.find((item) => item.code === code)?.title ?? code

const numerals: Readonly<Record<string, string>> = {
  1: '一',
  2: '二',
  3: '三',
  4: '四',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  i: '一',
  ii: '二',
  iii: '三',
  iv: '四',
}

/** Wording reduced to what tells entries apart: case, spaces and the way of writing a grade do not. */
const essence = (text: string): string =>
  compactText(text)
    .toLowerCase()
    .replace(/([1-4壹贰叁肆]|i{1,3}|iv)(?=[级等])/g, (numeral) => numerals[numeral] ?? numeral)
    .replace(/[,;、.。()]/g, '')

interface Index {
  readonly byCode: ReadonlyMap<string, CodeItem>
  readonly byWording: ReadonlyMap<string, CodeItem>
}

const indexes = new WeakMap<CodeList, Index>()

const indexOf = (list: CodeList): Index => {
  const known = indexes.get(list)
  if (known) return known
  const byWording = new Map<string, CodeItem>()
  for (const item of list.items) byWording.set(essence(item.title), item)
  for (const item of list.items)
    for (const synonym of item.synonyms ?? [])
      if (!byWording.has(essence(synonym))) byWording.set(essence(synonym), item)
  const index = { byCode: new Map(list.items.map((item) => [item.code, item])), byWording }
  indexes.set(list, index)
  return index
}

/** Codes come back from spreadsheets without their leading zeros, or with one too many. */
const findByCode = (list: CodeList, text: string): CodeItem | undefined => {
  const { byCode } = indexOf(list)
  const exact = byCode.get(text)
  if (exact || !/^\d+$/.test(text)) return exact
  return list.items.find((item) => /^\d+$/.test(item.code) && Number(item.code) === Number(text))
}

const find = (list: CodeList, text: string): CodeItem | undefined =>
  findByCode(list, text) ?? indexOf(list).byWording.get(essence(text))

/** "20-子", "20 子", "子(20)": a code and its title together. */
const splitPair = (text: string): { code: string; title: string } | undefined => {
  const leading = /^(\d+)[-–—_.:、/|]*(\D.*)$/.exec(text)
  if (leading) return { code: leading[1]!, title: leading[2]!.replace(/^\((.*)\)$/, '$1') }
  const trailing = /^(.*\D)\((\d+)\)$/.exec(text) ?? /^(.*[^\d-])[-_](\d+)$/.exec(text)
  return trailing ? { code: trailing[2]!, title: trailing[1]! } : undefined
}

const unknown = (list: CodeList, text: string): Parsed<never> => {
  const titles = list.items.map((item) => item.title)
  const wordings = list.items.flatMap((item) =>
    [item.title, ...(item.synonyms ?? [])].map((wording) => [wording, item.title] as const),
  )
  const titleOfWording = new Map(wordings.toReversed())
  const near = [
    ...new Set(nearest(text, titleOfWording.keys(), 5).map((wording) => titleOfWording.get(wording)!)),
  ].slice(0, 3)
  const advice =
    near.length > 0
      ? `最接近的是${near.map((title) => `“${title}”`).join('、')}。`
      : `可填：${titles.slice(0, 8).join('、')}${titles.length > 8 ? '等' : ''}。`
  return refused(`“${text}”不在“${list.title}”的选项中，${advice}`)
}

/**
 * Reads a code however it was written: as code, title or synonym, or code and title together.
 * A code that disagrees with the title beside it is refused.
 */
export const readCode = (list: CodeList, text: string): Parsed<string> => {
  const compact = compactText(text)
  const item = find(list, compact)
  if (item) return parsed(item.code)
  const pair = splitPair(compact)
  if (!pair) return unknown(list, compact)
  const titled = find(list, pair.title)
  if (!titled) return unknown(list, compact)
  const coded = find(list, pair.code)
  if (coded === titled) return parsed(titled.code)
  const meant = coded ? `代码 ${pair.code} 是“${coded.title}”` : `没有代码 ${pair.code}`
  return refused(
    `“${compact}”中的代码与名称不一致：${meant}，“${titled.title}”的代码是 ${titled.code}。请改成其中一个。`,
  )
}
