/** A metric as a template's author may name it. */
export interface CatalogueEntry {
  name: string
  title: string
  synonyms: string[]
}

/** The metrics a tag's name may mean: by name, else by title, else by synonym. More than one is ambiguous. */
export function findMetrics<Entry extends CatalogueEntry>(
  name: string,
  catalogue: readonly Entry[],
): Entry[] {
  const wanted = plain(name)
  const ways: ((entry: Entry) => boolean)[] = [
    (entry) => plain(entry.name) === wanted,
    (entry) => plain(entry.title) === wanted,
    (entry) => entry.synonyms.some((synonym) => plain(synonym) === wanted),
  ]
  for (const way of ways) {
    const found = catalogue.filter(way)
    if (found.length > 0) return found
  }
  return []
}

/** Width and case of letters do not matter, nor do spaces. */
const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
