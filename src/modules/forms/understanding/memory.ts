import { createHash } from 'node:crypto'
import { compactText } from '../../../core/plain-text.ts'
import type { SheetPlan } from '../../../documents/form/index.ts'
import type { RowChoice } from '../contract-request.ts'
import type { FieldAnswer, Recognised, RememberedForm } from '../settled.ts'

/** Two forms with fewer headers in common than this are different forms. */
const enough = 0.6

/** A header without what changes from month to month: spaces, marks of compulsory fields, wide signs. */
const plain = (header: string): string =>
  compactText(header)
    .replace(/[*＊:：]/g, '')
    .toLowerCase()

interface Named {
  readonly header: string
  readonly place: string
}

/** Headers with their number among those of the same words: a second 姓名 is another column. */
const numbered = (fields: readonly Named[]): (Named & { readonly name: string })[] => {
  const seen = new Map<string, number>()
  return fields.map(({ header, place }) => {
    const words = plain(header)
    const count = (seen.get(words) ?? 0) + 1
    seen.set(words, count)
    return { header, place, name: count === 1 ? words : `${words}#${count}` }
  })
}

const fieldsOf = (sheet: SheetPlan): Named[] => [
  ...sheet.columns.map(({ header, column }) => ({ header, place: column })),
  ...sheet.cells.map(({ header, value }) => ({ header, place: value })),
]

/** The shape of a sheet: its headers and where they stand. */
export const shapeOf = (sheet: SheetPlan): { shape: string; headers: string[] } => {
  const fields = numbered(fieldsOf(sheet))
  const text = [sheet.shape, ...fields.map(({ name, place }) => `${place}\t${name}`)].join('\n')
  return {
    shape: createHash('sha256').update(text).digest('hex').slice(0, 32),
    headers: fields.map(({ name }) => name),
  }
}

/** What a person confirmed about a sheet, to be kept. */
export const remember = (
  sheet: SheetPlan,
  keys: ReadonlyMap<string, string | null>,
  rowSet: RowChoice | null,
): RememberedForm => ({
  ...shapeOf(sheet),
  title: sheet.title,
  columns: numbered(fieldsOf(sheet)).map(({ name, place }) => ({
    header: name,
    place,
    key: keys.get(place) ?? null,
  })),
  rowSet: rowSet && { definition: rowSet.definition, where: rowSet.where },
})

/**
 * Carries over what is remembered: columns of the same words wherever they stand now. What the earlier form did not
 * have, or calls differently, is not answered, so that only this is asked.
 */
export const recall = (
  sheet: SheetPlan,
  memory: RememberedForm,
):
  | {
      fields: Record<string, FieldAnswer>
      difference: Pick<Recognised, 'match' | 'moved' | 'added' | 'gone'>
    }
  | undefined => {
  const known = new Map(memory.columns.map((column) => [column.header, column]))
  const here = numbered(fieldsOf(sheet))
  const common = here.filter(({ name }) => known.has(name))
  if (common.length === 0 || common.length < enough * Math.max(here.length, known.size)) return undefined
  const names = new Set(here.map(({ name }) => name))
  return {
    fields: Object.fromEntries(
      common.map(({ name, place }) => [place, { key: known.get(name)!.key, by: 'memory' as const }]),
    ),
    difference: {
      match: shapeOf(sheet).shape === memory.shape ? 'same' : 'changed',
      moved: common.filter(({ name, place }) => known.get(name)!.place !== place).map(({ header }) => header),
      added: here.filter(({ name }) => !known.has(name)).map(({ header }) => header),
      gone: memory.columns.filter(({ header }) => !names.has(header)).map(({ header }) => header),
    },
  }
}
