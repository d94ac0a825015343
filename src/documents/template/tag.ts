/** Tags that a report's context answers, not the catalogue of metrics. */
export const CONTEXT_TAGS = ['区域', '期间', '截止日期', '单位', '日期', '标题'] as const

/** The loop over the areas one level below, and the tags that mean something only inside it. */
export const AREA_LOOP = '各社区'
export const LOOP_TAGS = ['名称', '序号'] as const

/** 上年: the value of a year before. 同比: the change since then, `增长3.2%`. */
export const MODIFIERS = ['上年', '同比'] as const
export type Modifier = (typeof MODIFIERS)[number]

export interface TagParts {
  /** A metric's name, title or synonym, or one of the context tags. */
  name: string
  /** As written after `|`; null without one. */
  modifier: string | null
}

/** Takes `持证残疾人数|同比` apart. People type the bar and spaces as their keyboard gives them. */
export function parseTag(written: string): TagParts {
  const [name = '', ...rest] = written
    .split(/[|｜]/)
    .map((part) => part.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
  return { name, modifier: rest.length === 0 ? null : rest.join('|') }
}

/** The one way to write a tag, under which its value is given: `持证残疾人数|同比`. */
export function tagKey(written: string): string {
  const { name, modifier } = parseTag(written)
  return modifier === null ? name : `${name}|${modifier}`
}
