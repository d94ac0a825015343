import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { Row } from '../../../../documents/xlsx/index.ts'
import { areasWithin } from '../../../../platform/server/permission/actor.ts'
import type { AreaTree } from '../../../../platform/server/permission/area-tree.ts'
import type { Repository } from '../../../../platform/server/repository/repository.ts'
import { findDwellingAreas } from '../../storage/find-dwelling-areas.ts'
import { isOfPeople } from '../recognise/target.ts'
import { type CheckContext, ruleOf } from './check-context.ts'
import { makePeopleChecker } from './check-people-rows.ts'
import { makeThingChecker } from './check-thing-rows.ts'
import { makeFindArea } from './find-area.ts'
import type { Outcome } from './outcome.ts'
import type { Plan } from './plan.ts'
import { type ReadRow, readRow } from './read-row.ts'

/** So many rows are looked up at once. */
const chunkLength = 2000

const communityLength = 12

interface Order {
  readonly repository: Repository
  readonly areas: AreaTree
  readonly plan: Plan
  readonly rows: AsyncIterable<readonly Row[]>
  readonly on: string
  readonly lock: boolean
  /** What the person chose; all of their areas where absent. */
  readonly area: string | undefined
}

const makeContext = ({ repository, areas, plan, on, lock, area }: Order): CheckContext => {
  // Whoever chose a grid may still have a column with its community.
  const scope = areasWithin(repository.actor, 'data.import', area?.slice(0, communityLength))
  return {
    repository,
    plan,
    on,
    lock,
    area,
    findArea: makeFindArea(scope.flatMap((path) => areas.under(path))),
    findDwellings: (addresses) => findDwellingAreas(repository, scope, addresses),
    entryRule: ruleOf(plan.ledger),
  }
}

/** Rows gathered into chunks of one length, whatever the pieces they come in; others have their turn in between. */
async function* chunksOf(plan: Plan, rows: AsyncIterable<readonly Row[]>): AsyncGenerator<ReadRow[]> {
  let chunk: ReadRow[] = []
  for await (const some of rows)
    for (const row of some) {
      chunk.push(readRow(plan, row))
      if (chunk.length < chunkLength) continue
      yield chunk
      chunk = []
      await yieldToOthers()
    }
  if (chunk.length > 0) yield chunk
}

/** Holds rows against the ledger and the registry, some at a time, so that memory stays level. */
export async function* checkRows(order: Order): AsyncGenerator<Outcome[]> {
  const { plan, rows } = order
  const context = makeContext(order)
  const check = isOfPeople(plan.ledger) ? makePeopleChecker(context) : await makeThingChecker(context)
  const chunks = chunksOf(plan, rows)
  let coming = chunks.next()
  for (;;) {
    const { done, value: chunk } = await coming
    if (done) return
    // The next rows are read while the database looks these up and takes them in.
    coming = chunks.next()
    // Where the caller gives up before it is waited for, nobody misses it.
    coming.catch(() => undefined)
    yield await check(chunk)
  }
}
