import { type Parsed, parsed } from '../../core/parsed.ts'
import { brokenTag, type TemplateFault } from './broken-tag.ts'
import { compileTemplate, type PlaceholderPart } from './compile-template.ts'
import { AREA_LOOP, parseTag, tagKey } from './tag.ts'
import { type PlaceIndex, placeIndex, type TagPlace } from './tag-place.ts'

export interface TemplateTag {
  /** The tag as it is to be given a value: `持证残疾人数|同比`, for a loop `各社区`. */
  tag: string
  name: string
  /** As written after `|`; null without one. */
  modifier: string | null
  /** `odd`: something docxtemplater knows and templates here do not, such as `{@…}`. */
  kind: 'value' | 'loop' | 'loopEnd' | 'odd'
  /** Whether it stands between `{#各社区}` and `{/各社区}`. */
  inLoop: boolean
  /** Typed with full-width braces, so that nothing will be filled in. */
  fullWidth: boolean
  place: TagPlace
}

export interface TemplateInspection {
  tags: TemplateTag[]
  /** Braces and loops that do not match. */
  faults: TemplateFault[]
}

/** Reads the tags of an office's own Word template, and tells what is broken in it. */
export function inspectTemplate(bytes: Uint8Array): Parsed<TemplateInspection> {
  const compiled = compileTemplate(bytes, { find: () => '', missing: () => {} })
  if (!compiled.ok) return compiled
  const { errors, placeholders, sources } = compiled.value
  const indexes = new Map<string, PlaceIndex>()
  const indexOf = (part: string): PlaceIndex | undefined => {
    const source = sources.get(part)
    if (source !== undefined && !indexes.has(part)) indexes.set(part, placeIndex(part, source))
    return indexes.get(part)
  }
  const tags = [...placeholders].flatMap(([part, found]) => {
    const places = indexOf(part)!
    return [...tagsOf(found, places), ...fullWidthTags(places)]
  })
  const faults = errors.map((error) => brokenTag(error, indexOf(error.properties?.file ?? '')))
  const seen = new Set<string>()
  return parsed({ tags, faults: faults.filter(({ message }) => !seen.has(message) && seen.add(message)) })
}

function tagsOf(placeholders: PlaceholderPart[], places: PlaceIndex): TemplateTag[] {
  let depth = 0
  return placeholders.map((part) => {
    const kind = kindOf(part)
    if (kind === 'loopEnd') depth--
    const written = part.value || (kind === 'loopEnd' ? AREA_LOOP : '')
    const tag: TemplateTag = {
      tag: tagKey(written),
      ...parseTag(written),
      kind,
      inLoop: depth > 0,
      fullWidth: false,
      place: places.at(part.offset, part.value.length + (part.module === undefined ? 2 : 3)),
    }
    if (kind === 'loop') depth++
    return tag
  })
}

function kindOf({ module, location, inverted, expandTo }: PlaceholderPart): TemplateTag['kind'] {
  if (module === undefined) return 'value'
  if (module !== 'loop' || inverted === true || (expandTo !== undefined && expandTo !== 'auto')) return 'odd'
  return location === 'start' ? 'loop' : 'loopEnd'
}

/** What a Chinese keyboard makes of braces. Whether it was meant as a tag, the catalogue tells. */
function fullWidthTags(places: PlaceIndex): TemplateTag[] {
  return places.lines.flatMap(({ text, place }) =>
    [...text.matchAll(/｛\s*[#/＃／]?([^｛｝{}]{1,40})｝/g)].map(([found, written = '']) => ({
      tag: tagKey(written),
      ...parseTag(written),
      kind: 'value' as const,
      inLoop: false,
      fullWidth: true,
      place: place(found),
    })),
  )
}
