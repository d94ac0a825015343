/** The page of the record behind a cell; undefined where it has none. */
export const linkTo = (source: { definition: string; record: string }): string | undefined => {
  if (source.definition === 'person') return `/registry/persons/${source.record}`
  if (source.definition === 'household') return `/registry/households/${source.record}`
  if (source.definition === 'dwelling' || source.definition === 'matter') return undefined
  return `/ledgers/${source.definition}/${source.record}`
}
