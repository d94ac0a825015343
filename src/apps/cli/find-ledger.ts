import type { Definition } from '../../core/definition/index.ts'
import type { Catalogue } from '../../platform/server/repository/repository.ts'

/** The ledger or record of that name or title. Throws with a sentence that lists what there is. */
export const findLedger = ({ ledgers, records }: Catalogue, wanted: string): Definition => {
  const all: Definition[] = [...ledgers.values(), ...records.values()]
  const found = all.find(({ name, title }) => [name, title].includes(wanted))
  if (found) return found
  const known = all.map(({ name, title }) => `${name}（${title}）`).join('、')
  throw new Error(`没有台账「${wanted}」。可以写：${known}。`)
}
