import type { ServerModule } from '../../../platform/server/http/module.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { at, createTestOffice, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import type { ChangeAnswer } from '../change-contract.ts'
import { registryRecords } from '../definition.ts'
import { registryServer } from '../server.ts'

/** A house with a registry and the changes of people and households, spoken to by the names of its actions. */
export interface RegistryHouse {
  readonly house: TestOffice
  readonly clerk: Actor
  /** Carries out an action; throws the Problem that refuses it. */
  act(name: string, input: object, actor?: Actor): Promise<ChangeAnswer>
  close(): Promise<void>
}

export const openRegistryHouse = async (changes: ServerModule): Promise<RegistryHouse> => {
  const house = await createTestOffice({
    records: new Map(registryRecords.map((record) => [record.name, record])),
    ledgers: new Map(),
    metrics: new Map(),
  })
  const clerk = await house.hire('clerk', at('subdistrict'))
  const actions = new Map(
    [...registryServer.actions, ...changes.actions].map((one) => [one.contract.name, one]),
  )
  return {
    house,
    clerk,
    act: (name, input, actor = clerk) => house.run(actor, actions.get(name)!, input),
    close: () => house.close(),
  }
}
