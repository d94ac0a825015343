import type { Field } from '../../../core/definition/index.ts'
import { findDefinition, type Repository } from '../../../platform/server/repository/repository.ts'
import { countParts, type FilledPlace, getFill, readParts, type SentRow } from '../storage/fill-row.ts'

const fieldOf = (repository: Repository, { definition, field }: FilledPlace): Field | undefined =>
  definition === undefined || field === undefined
    ? undefined
    : findDefinition(repository.catalogue, definition)?.fields[field]

/** What was written, hidden again where it is sensitive: the page shows where it is from, not what it says. */
const shownText = (field: Field | undefined, text: string): string => {
  if (text === '' || !field?.sensitive || text.includes('*')) return text
  const read = field.type.parse(text)
  return read.ok ? field.type.mask(read.value) : '*'.repeat(Math.min(text.length, 8))
}

const cellsOf = (repository: Repository, places: readonly FilledPlace[], sent: SentRow) =>
  places.map((place, index) => {
    const field = fieldOf(repository, place)
    const record = place.step === undefined ? undefined : sent.records[place.step]
    const text = sent.texts[index] ?? ''
    return {
      place: place.isCell ? place.place : `${place.place}${sent.row}`,
      text: shownText(field, text),
      source:
        field && record && text !== ''
          ? {
              definition: place.definition!,
              definitionTitle: findDefinition(repository.catalogue, place.definition!)!.title,
              record: record[0],
              field: field.key,
              fieldTitle: field.title,
              version: record[1],
            }
          : null,
      figure: place.figure ?? null,
    }
  })

/** Where the cells of a filled form came from, from a row on. */
export const listFillCells = async (
  repository: Repository,
  id: string,
  asked: { sheet?: string | undefined; from: number; limit: number },
) => {
  const fill = await getFill(repository, id)
  const sheet = asked.sheet ?? fill.columns[0]?.sheet ?? ''
  const all = fill.columns.filter((place) => place.sheet === sheet)
  const columns = all.filter(({ isCell }) => !isCell)
  const single = all.filter(({ isCell }) => isCell)
  const rows: { row: number; cells: ReturnType<typeof cellsOf> }[] = []
  for await (const part of readParts(repository, id, { sheet, from: asked.from })) {
    for (const sent of part.rows) {
      const isSingle = sent.row === 0
      if ((!isSingle && sent.row < asked.from) || rows.length >= asked.limit) continue
      rows.push({ row: sent.row, cells: cellsOf(repository, isSingle ? single : columns, sent) })
    }
    if (rows.length >= asked.limit) break
  }
  return {
    fill: fill.id,
    sheet,
    total: await countParts(repository, id, sheet),
    columns: all.map(({ place, header }) => ({ place, header })),
    rows,
  }
}
