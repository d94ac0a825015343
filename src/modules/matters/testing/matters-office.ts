import type { Action } from '../../../platform/server/action/define-action.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { createTestOffice, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import { matter } from '../definition.ts'
import { matterMetrics } from '../metrics.ts'
import { mattersServer } from '../server.ts'

/** An office that knows of matters and their metrics alone. */
export const createMattersOffice = (): Promise<TestOffice> =>
  createTestOffice({
    records: new Map([['matter', matter]]),
    ledgers: new Map(),
    metrics: new Map(matterMetrics.map((metric) => [metric.name, metric])),
  })

const actions = new Map(mattersServer.actions.map((action) => [action.contract.name, action]))

/** Carries out an action of the module by its name; `key` as the page sends one. */
export const takeAction = <Answer>(
  house: TestOffice,
  actor: Actor,
  name: string,
  input: unknown,
  key?: string,
): Promise<Answer> => house.run(actor, actions.get(name) as Action, input, key) as Promise<Answer>
