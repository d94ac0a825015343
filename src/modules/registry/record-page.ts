const pages: Readonly<Record<string, string>> = {
  person: '/registry/persons',
  household: '/registry/households',
  organisation: '/registry/organisations',
  agreement: '/registry/agreements',
  facility: '/registry/facilities',
  personRelation: '/registry/relations',
  matter: '/matters',
}

/** The page of a record or ledger entry; undefined where it has none of its own. */
export const recordPage = (definition: string, id: string): string | undefined =>
  definition === 'dwelling' ? undefined : `${pages[definition] ?? `/ledgers/${definition}`}/${id}`
