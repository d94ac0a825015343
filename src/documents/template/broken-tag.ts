import type { PlaceIndex, TagPlace } from './tag-place.ts'

/** What is wrong with a template, where, and what to do. */
export interface TemplateFault {
  kind: 'broken' | 'unknown' | 'ambiguous' | 'misplaced'
  /** The tag as written, braces left out. */
  tag: string
  place: TagPlace
  /** A Chinese sentence that begins with the place. */
  message: string
  /** Tags that may have been meant, nearest first. */
  suggestions: string[]
}

/** The part of docxtemplater's errors that is read here. */
export interface TemplaterError {
  properties?: {
    id?: string
    xtag?: string
    context?: string
    offset?: number | number[]
    file?: string
    openingtag?: string
    closingtag?: string
  }
}

/** Says in Chinese what docxtemplater found broken, and where. */
export function brokenTag(error: TemplaterError, places: PlaceIndex | undefined): TemplateFault {
  const {
    id = '',
    xtag = '',
    context = xtag,
    offset = 0,
    openingtag = '',
    closingtag = '',
  } = error.properties ?? {}
  const at = Array.isArray(offset) ? offset[0]! : offset
  const tag = xtag || openingtag || context
  const place = places?.at(at, tag.length) ?? {
    part: '文件',
    paragraph: null,
    cell: null,
    around: '',
    text: '文件',
  }
  const what = sentence(id, tag, openingtag, closingtag)
  return { kind: 'broken', tag, place, message: `${place.text}：${what}`, suggestions: [] }
}

function sentence(id: string, tag: string, opening: string, closing: string): string {
  switch (id) {
    case 'unclosed_tag':
      return `“{${short(tag)}”少了右花括号“}”，请补上。`
    case 'unopened_tag':
      return `“${short(tag)}}”少了左花括号“{”，请补上。`
    case 'duplicate_open_tag':
    case 'duplicate_close_tag':
      return '花括号重复了，标记只用一对“{”“}”，请删去多余的。'
    case 'unclosed_loop':
      return `循环“{#${tag}}”没有结束，请在要重复的内容之后写“{/${tag}}”。`
    case 'unopened_loop':
      return `“{/${tag}}”之前没有循环的开头“{#${tag}}”，请补上开头或删去它。`
    case 'closing_tag_does_not_match_opening_tag':
      return `循环以“{#${opening}}”开头，却以“{/${closing}}”结束，请改成同一个名称。`
    case 'unbalanced_loop_tags':
    case 'loop_position_invalid':
    case 'no_xml_tag_found_at_left':
    case 'no_xml_tag_found_at_right':
      return '循环的开头和结尾要么同在一个表格的行里，要么同在表格之外，请移动其中一个。'
    case 'raw_xml_tag_should_be_only_text_in_paragraph':
    case 'raw_tag_outerxml_invalid':
      return `不支持以“@”开头的标记，请写成“{${tag}}”。`
    default:
      return '标记写法有误，请对照模板说明改正。'
  }
}

const short = (tag: string) => (tag.length > 20 ? `${tag.slice(0, 20)}…` : tag)
