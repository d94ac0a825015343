import { type FigureManifest, figureText, markFigures, unmarkedText } from '../figures/index.ts'
import { compileTemplate } from './compile-template.ts'
import { CONTEXT_TAGS, tagKey } from './tag.ts'

/** Text, or a figure whose text is marked. */
export type TemplateValue = string | { figure: string; text: string }

/** Values by tag, as `inspectTemplate` names them; for `各社区` a list with the values of each area. */
export interface TemplateValues {
  [tag: string]: TemplateValue | TemplateValues[]
}

const context = new Set<string>(CONTEXT_TAGS)

/**
 * Fills a template in. With a manifest, figures are marked; without, they are plain text. Throws where the
 * template is broken or a value is missing: both are found out by `inspectTemplate` and `checkTemplate` first.
 */
export function renderTemplate(
  bytes: Uint8Array,
  values: TemplateValues,
  manifest?: FigureManifest,
): Uint8Array {
  const missing = new Set<string>()
  const compiled = compileTemplate(bytes, {
    find: (tag, scope, outer) =>
      findValue(scope as TemplateValues, tagKey(tag), outer, manifest !== undefined),
    missing: (tag) => missing.add(tagKey(tag)),
  })
  if (!compiled.ok) throw new Error(compiled.message)
  const { templater } = compiled.value
  if (templater === null) throw new Error('the template is broken')
  templater.render(values)
  if (missing.size > 0) throw new Error(`no value for ${[...missing].join(', ')}`)
  const filled = templater.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' }) as Uint8Array
  return manifest === undefined ? filled : markFigures(filled, manifest)
}

function findValue(values: TemplateValues, key: string, outer: boolean, marking: boolean) {
  // A community's number must never be the subdistrict's because its own was forgotten.
  if ((outer && !context.has(key)) || !Object.hasOwn(values, key)) return undefined
  const value = values[key]!
  if (typeof value === 'string') return unmarkedText(value)
  if (Array.isArray(value)) return value
  return marking ? figureText(value.figure, value.text) : unmarkedText(value.text)
}
