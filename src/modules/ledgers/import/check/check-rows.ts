import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { Row } from '../../../../documents/xlsx/index.ts'
import { areasWithin } from '../../../../platform/server/permission/actor.ts'
import type { AreaTree } from '../../../../platform/server/permission/area-tree.ts'
import type { Repository } from '../../../../platform/server/repository/repository.ts'
import { findDwellingAreas } from '../../storage/find-dwelling-areas.ts'
import { type CheckContext, ruleOf } from './check-context.ts'
import { makePeopleChecker } from './check-people-rows.ts'
import { makeThingChecker } from './check-thing-rows.ts'
import { makeFindArea } from './find-area.ts'
import type { Outcome } from './outcome.ts'
import type { Plan } from './plan.ts'
import { type ReadRow, readRow } from './read-row.ts'

/** So many rows are looked up at once. */
const chunkLength = 1000

const communityLength = 12

interface Order {
  readonly repository: Repository
  readonly areas: AreaTree
  readonly plan: Plan
  readonly rows: readonly Row[]
  readonly on: string
  readonly lock: boolean
  /** What the person chose; all of their areas where absent. */
  readonly area: string | undefined
}

const makeContext = async ({
  repository,
  areas,
  plan,
  rows,
  on,
  lock,
  area,
}: Order): Promise<CheckContext> => {
  // Whoever chose a grid may still have a column with its community.
  const scope = areasWithin(repository.actor, 'data.import', area?.slice(0, communityLength))
  const column = plan.byKey.get('dwelling.address')?.number
  const addresses = new Set(
    column === undefined
      ? []
      : rows.flatMap(({ cells }) => cells.find((cell) => cell.column === column)?.text.trim() ?? []),
  )
  return {
    repository,
    plan,
    on,
    lock,
    area,
    findArea: makeFindArea(scope.flatMap((path) => areas.under(path))),
    dwellings: await findDwellingAreas(repository, scope, [...addresses]),
    entryRule: ruleOf(plan.ledger),
  }
}

/** Holds rows against the ledger and the registry, a thousand at a time, so that memory stays level. */
export async function* checkRows(order: Order): AsyncGenerator<Outcome[]> {
  const { plan, rows } = order
  const context = await makeContext(order)
  const check = plan.ledger.of ? makePeopleChecker(context) : await makeThingChecker(context)
  const read = async (from: number): Promise<ReadRow[]> => {
    await yieldToOthers()
    return rows.slice(from, from + chunkLength).map((row) => readRow(plan, row))
  }
  let coming = read(0)
  for (let from = 0; from < rows.length; from += chunkLength) {
    const chunk = await coming
    // The next rows are read while the database looks these up and takes them in.
    coming = read(from + chunkLength)
    // Where the caller gives up before it is waited for, nobody misses it.
    coming.catch(() => undefined)
    yield await check(chunk)
  }
}
