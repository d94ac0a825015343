import type { Definition } from '../../../../core/definition/index.ts'
import type { Header } from './find-header.ts'
import { matchColumns } from './match-columns.ts'
import { isOfPeople, targetsOf } from './target.ts'

const scoreOf = (ledger: Definition, header: Header): number => {
  const targets = new Map(targetsOf(ledger).map((target) => [target.key, target]))
  const found = matchColumns([...header.names.values()], [...targets.values()], header)
  const keys = new Set(found.flatMap(({ key }) => (key === null ? [] : [key])))
  const named = header.title.includes(ledger.title.replace(/台账$/, '')) ? 3 : 0
  const own = [...keys].filter((key) => targets.get(key)?.of === 'entry')
  const required = own.filter((key) => targets.get(key)?.required)
  return own.length + required.length + named
}

const tellsAPerson = new Set(['person.idNumber', 'person.sex', 'person.birthDate'])

/** The ledger that a header speaks of; undefined where none stands out, so that nobody has to undo a guess. */
export const findLedger = (ledgers: readonly Definition[], header: Header): Definition | undefined => {
  const ofPeople = matchColumns([...header.names.values()], targetsOf(undefined), header).some(
    ({ key }) => key !== null && tellsAPerson.has(key),
  )
  const ranked = ledgers
    .filter((ledger) => isOfPeople(ledger) === ofPeople)
    .map((ledger) => ({ ledger, score: scoreOf(ledger, header) }))
    .sort((one, other) => other.score - one.score)
  const [best, second] = ranked
  return best && best.score > 1 && best.score > (second?.score ?? 0) ? best.ledger : undefined
}
