import { codeLists } from '../../../core/code/index.ts'
import { findElement } from '../../../core/dictionary/index.ts'
import { compactText } from '../../../core/plain-text.ts'
import {
  type CodedItem,
  type FitContext,
  type FittedValue,
  fitted,
  unfit,
  type ValueStyle,
} from './element-value.ts'
import { fitFlag } from './fit-flag.ts'
import { essence, listed, type Option, optionsOf } from './options.ts'

/** Entries of code lists in the wording of the form: its options, else codes or titles as its samples show. */
export const fitCode = (items: readonly CodedItem[], style: ValueStyle, context: FitContext): FittedValue => {
  if (items.length === 0) return fitted(null)
  const known = items.map((item) => withSynonyms(item, style.key))
  if (style.part !== undefined) {
    const part = fitPart(known, style, context)
    if (part) return part
  }
  const asked = asksForOne(style.header)
  if (asked !== null && !offersWordings(known, style)) {
    const isThat = known.some((item) =>
      wordingsOf(item).some((words) => essence(words).includes(essence(asked))),
    )
    const exists = listOf(style.key)?.some((item) =>
      wordingsOf(item).some((words) => essence(words).includes(essence(asked))),
    )
    if (isThat || exists) return fitFlag(isThat, style)
    return unfit(`表里问是否“${asked}”，“${known.map(({ title }) => title).join('、')}”答不了。`)
  }
  const written: string[] = []
  for (const item of known) {
    const one = fitItem(item, style)
    if (!one.fits) return one
    if (one.value !== null) written.push(String(one.value))
  }
  return fitted([...new Set(written)].join('、'))
}

/** 残疾类型 over 智力残疾: a tick or yes where the entry is that one; its level where the level is asked for. */
const fitPart = (items: readonly CodedItem[], style: ValueStyle, context: FitContext): FittedValue | null => {
  const part = style.part!
  if (style.key === 'disability.kind' && /等级|级别/.test(part)) {
    const level = context.findValue?.('disability.level')
    if (level?.kind !== 'code') return unfit('没有残疾等级，表里要类别和等级一起填。')
    return fitted(
      items.map(({ title }) => title).join('、') + level.items.map(({ title }) => title).join('、'),
    )
  }
  const isOf = (one: CodedItem) => wordingsOf(one).some((words) => essence(words).includes(essence(part)))
  if (style.key === 'disability.level') {
    const kind = context.findValue?.('disability.kind')
    if (kind?.kind !== 'code') return unfit(`不知道残疾类别，无法判断是不是${part}残疾的等级。`)
    return kind.items.some(isOf) ? fitItem(items[0]!, style) : fitted(null)
  }
  const list = listOf(style.key)
  if (list && !list.some(isOf) && !items.some(isOf)) return null
  const isThat = items.some(isOf)
  if (optionsOf(style)) return fitFlag(isThat, style)
  const samples = (style.samples ?? []).map(compactText)
  return samples.some((text) => /^[是否]$/.test(text)) ? fitFlag(isThat, style) : fitted(isThat ? '√' : null)
}

/** 是否独居 asks a question to which an entry is the answer. */
const asksForOne = (header: string): string | null =>
  /(?:^|\/)(?:是否|是不是)(?:为|属于|属|系)?([^/(（]{2,8}?)(?:户|人员|家庭)?[*(（]?[^/]*$/.exec(
    compactText(header),
  )?.[1] ?? null

const offersWordings = (items: readonly CodedItem[], style: ValueStyle): boolean => {
  const options = optionsOf(style)
  return options !== null && items.some((item) => findOption(item, options) !== null)
}

const fitItem = (item: CodedItem, style: ValueStyle): FittedValue => {
  const options = optionsOf(style)
  if (options) {
    const found = findOption(item, options)
    return found ? fitted(found.written) : unfit(`“${item.title}”不在表格的选项里（${listed(options)}）。`)
  }
  const samples = (style.samples ?? []).map(compactText).filter((text) => text !== '')
  if (samples.length > 0 && samples.every((text) => /^\d{1,3}$/.test(text))) return fitted(item.code)
  // 汉 in the samples, not 汉族.
  if (samples.length > 0 && /族$/.test(item.title) && samples.every((text) => !/族$/.test(text)))
    return fitted(item.title.replace(/族$/, ''))
  // The standard's 大学本科教育 reads 大学本科 on every form.
  return fitted(
    style.key === 'person.education' && /教育$/.test(item.title)
      ? (item.synonyms?.[0] ?? item.title)
      : item.title,
  )
}

/** The option that words the entry: by title, by another wording, by code and title, or by its code alone. */
const findOption = (item: CodedItem, options: readonly Option[]): Option | null => {
  const title = essence(item.title)
  const others = (item.synonyms ?? []).filter((words) => !/^\d+$/.test(words)).map(essence)
  const worded = options.filter(({ words }) => words !== '')
  if (worded.length === 0)
    return options.find(({ code }) => code !== null && Number(code) === Number(item.code)) ?? null
  const exact = worded.find(({ words }) => essence(words) === title)
  if (exact) return exact
  const same = worded.filter(({ words }) => others.includes(essence(words)))
  if (same.length > 0)
    return same.sort(
      (one, other) => others.indexOf(essence(one.words)) - others.indexOf(essence(other.words)),
    )[0]!
  // 肢体 for 肢体残疾, 未婚(从未结婚) for 未婚; a wording that two options share decides nothing.
  const within = worded.filter(({ words }) => {
    const text = essence(words)
    return text.length >= 2 && (title.startsWith(text) || text.startsWith(title))
  })
  return within.length === 1 ? within[0]! : null
}

const wordingsOf = ({ title, synonyms = [] }: CodedItem): readonly string[] => [title, ...synonyms]

/** The project's own list of an element's codes, where it has one. */
const listOf = (key: string | null): readonly CodedItem[] | undefined => {
  if (key === null) return undefined
  const named = codeLists[key.slice(key.indexOf('.') + 1)]
  if (named) return named.items
  const codes = findElement(key)?.codes
  const byStandard = Object.values(codeLists).filter(({ standard }) => codes && standard?.startsWith(codes))
  return key === 'disability.kind'
    ? codeLists.disabilityKind?.items
    : key === 'disability.level'
      ? codeLists.disabilityLevel?.items
      : byStandard.length === 1
        ? byStandard[0]!.items
        : undefined
}

const withSynonyms = (item: CodedItem, key: string | null): CodedItem => {
  if (item.synonyms) return item
  const same = listOf(key)?.find(({ code, title }) => code === item.code && title === item.title)
  return same ?? item
}
