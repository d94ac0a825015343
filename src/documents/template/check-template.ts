import type { TemplateFault } from './broken-tag.ts'
import { type CatalogueEntry, findMetrics } from './find-metric.ts'
import type { TemplateTag } from './inspect-template.ts'
import { nearestNames } from './nearest-names.ts'
import { AREA_LOOP, CONTEXT_TAGS, LOOP_TAGS, MODIFIERS } from './tag.ts'

const context: readonly string[] = CONTEXT_TAGS
const loopOnly: readonly string[] = LOOP_TAGS
const modifiers: readonly string[] = MODIFIERS

/** Tells every tag that nothing would be filled in for, with its place and the nearest names. */
export function checkTemplate(
  tags: readonly TemplateTag[],
  catalogue: readonly CatalogueEntry[],
): TemplateFault[] {
  return tags.flatMap((tag) => {
    const fault = faultOf(tag, catalogue)
    if (fault === null) return []
    const { kind, what, suggestions = [] } = fault
    const hint =
      suggestions.length === 0 ? '' : `您要写的是不是${suggestions.map((each) => `“{${each}}”`).join('、')}？`
    return [
      { kind, tag: tag.tag, place: tag.place, message: `${tag.place.text}：${what}${hint}`, suggestions },
    ]
  })
}

interface Finding {
  kind: TemplateFault['kind']
  what: string
  suggestions?: string[]
}

function faultOf(tag: TemplateTag, catalogue: readonly CatalogueEntry[]): Finding | null {
  const { name, modifier, kind } = tag
  if (tag.fullWidth) return fullWidthFault(tag, catalogue)
  if (kind === 'odd')
    return { kind: 'unknown', what: '不支持这种标记，只能写“{名称}”和“{#各社区}…{/各社区}”。' }
  if (kind === 'loop') return loopFault(tag)
  if (kind === 'loopEnd') return null
  if (name === '') return { kind: 'broken', what: '花括号里没有内容，请填写指标名称或删去它。' }
  if (loopOnly.includes(name) && !tag.inLoop) {
    return { kind: 'misplaced', what: `“{${name}}”只能写在“{#${AREA_LOOP}}”和“{/${AREA_LOOP}}”之间。` }
  }
  if (context.includes(name) || loopOnly.includes(name)) {
    return modifier === null
      ? null
      : { kind: 'unknown', what: `“{${name}}”后面不能加“|${modifier}”，请删去。` }
  }
  const found = findMetrics(name, catalogue)
  if (found.length === 0) return unknownName(tag, catalogue)
  if (found.length > 1) {
    const suggestions = found.map((entry) => entry.name)
    return { kind: 'ambiguous', what: `“${name}”对应 ${found.length} 个指标，请写明代码名。`, suggestions }
  }
  if (modifier === null || modifiers.includes(modifier)) return null
  const suggestions = modifiers.map((each) => `${name}|${each}`)
  return { kind: 'unknown', what: `没有“|${modifier}”这种写法。`, suggestions }
}

function loopFault({ name, inLoop }: TemplateTag): Finding | null {
  if (name !== AREA_LOOP) {
    return { kind: 'unknown', what: `没有“{#${name}}”这种循环。`, suggestions: [`#${AREA_LOOP}`] }
  }
  return inLoop ? { kind: 'misplaced', what: '循环里不能再套循环，请把其中一个移到外面。' } : null
}

/** Full-width braces may be meant as such: only a name that we know makes them a slip. */
function fullWidthFault({ tag, name }: TemplateTag, catalogue: readonly CatalogueEntry[]): Finding | null {
  const known = [...context, ...loopOnly, AREA_LOOP].includes(name) || findMetrics(name, catalogue).length > 0
  if (!known) return null
  return { kind: 'broken', what: `“${tag}”两边用了全角花括号，不会被填写，请改成半角“{”“}”。` }
}

function unknownName({ name, modifier, inLoop }: TemplateTag, catalogue: readonly CatalogueEntry[]): Finding {
  const others = inLoop ? [...context, ...loopOnly] : context
  const candidates = [
    ...catalogue.map((entry) => ({ show: entry.title, names: [entry.title, entry.name, ...entry.synonyms] })),
    ...others.map((each) => ({ show: each, names: [each] })),
  ]
  const nearest = [...new Set(nearestNames(name, candidates))]
  const suggestions = nearest.map((each) =>
    modifier === null || context.includes(each) ? each : `${each}|${modifier}`,
  )
  const more = suggestions.length === 0 ? '请在“指标目录”里查找名称。' : ''
  return { kind: 'unknown', what: `没有名为“${name}”的指标。${more}`, suggestions }
}
