import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { type Parsed, parsed } from '../../core/parsed.ts'
import { openWordPackage, readText, readXml, setContentType, type WordPackage } from '../opc/index.ts'
import type { TemplaterError } from './broken-tag.ts'

const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A tag as docxtemplater's lexer saw it. */
export interface PlaceholderPart {
  type: string
  value: string
  offset: number
  /** `loop` for `#`, `^` and `/`, `rawxml` for `@`; absent for values. */
  module?: string
  location?: 'start' | 'end'
  inverted?: boolean
  expandTo?: string
}

export interface LookUp {
  /** Finds a tag's value: in the scopes of loops from the inside out, `outer` where it is not the innermost. */
  find(tag: string, scope: unknown, outer: boolean): unknown
  /** Told of every tag that no scope has a value for. */
  missing(tag: string): void
}

export interface CompiledTemplate {
  /** Null where the template is broken. */
  templater: Docxtemplater | null
  errors: TemplaterError[]
  /** Part name → its tags in order. Parts with broken braces are left out. */
  placeholders: Map<string, PlaceholderPart[]>
  /** Part name → its XML as the templater read it. */
  sources: Map<string, string>
}

/** Opens and compiles a template. Nothing is ever evaluated: a tag is a name and `lookUp` answers. */
export function compileTemplate(bytes: Uint8Array, lookUp: LookUp): Parsed<CompiledTemplate> {
  const opened = openWordPackage(bytes)
  if (!opened.ok) return opened
  const file = opened.value
  for (const part of file.textParts) {
    const root = readXml(file, part)
    if (!root.ok) return root
  }
  // A Word template (.dotx) becomes a document.
  setContentType(file, file.main, DOCUMENT)
  const placeholders = new Map<string, PlaceholderPart[]>()
  const compiled = compile(file, lookUp, placeholders)
  const sources = new Map(
    [...file.parts].filter(([part]) => part.endsWith('.xml')).map(([part, data]) => [part, readText(data)]),
  )
  return parsed({ ...compiled, placeholders, sources })
}

function compile(file: WordPackage, lookUp: LookUp, placeholders: Map<string, PlaceholderPart[]>) {
  try {
    const templater = new Docxtemplater(zipOf(file), {
      paragraphLoop: true,
      linebreaks: true,
      stripInvalidXMLChars: true,
      errorLogging: false,
      // A template may not change the braces under us.
      syntax: { changeDelimiterPrefix: null },
      parser: (tag) => ({
        get: (scope, context) => lookUp.find(tag, scope, context.num < context.scopeList.length - 1),
      }),
      nullGetter: ({ value }) => {
        lookUp.missing(value)
        return ''
      },
      modules: [collector(placeholders)],
    })
    return { templater, errors: [] }
  } catch (error) {
    const { properties } = error as { properties?: { errors?: TemplaterError[] } }
    if (properties === undefined) throw error
    return { templater: null, errors: properties.errors ?? [error as TemplaterError] }
  }
}

/** From parts that were unpacked within limits, so that no second unzipping sees the file. */
function zipOf(file: WordPackage): PizZip {
  const zip = new PizZip()
  for (const [part, data] of file.parts) zip.file(part, data)
  return zip
}

/** Notes every part's tags while docxtemplater compiles, also where it then fails. */
function collector(placeholders: Map<string, PlaceholderPart[]>) {
  let part = ''
  return {
    name: 'YoujuTagCollector',
    set({ inspect }: { inspect?: { filePath?: string; parsed?: PlaceholderPart[] } }) {
      if (inspect?.filePath !== undefined) part = inspect.filePath
      if (inspect?.parsed === undefined) return
      const tags = inspect.parsed.filter(({ type }) => type === 'placeholder')
      placeholders.set(
        part,
        tags.map((tag) => ({ ...tag })),
      )
    },
  }
}
