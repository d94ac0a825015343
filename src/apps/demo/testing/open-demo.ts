import { todayIn } from '../../../core/time/index.ts'
import { makeCipher } from '../../../platform/server/cipher/cipher.ts'
import { freshKeyRing } from '../../../platform/server/cipher/key-ring.ts'
import { repositoryFor } from '../../../platform/server/office.ts'
import { type AreaTree, loadAreaTree } from '../../../platform/server/permission/area-tree.ts'
import { loadActor } from '../../../platform/server/permission/load-actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { createTestDatabase, type TestDatabase } from '../../../platform/server/testing/test-database.ts'
import { catalogue } from '../../catalogue.ts'
import { loadDemo } from '../load-demo.ts'

export interface OpenDemo {
  /** Address of the database for its owner. */
  readonly url: string
  readonly office: { readonly areas: AreaTree }
  readonly database: TestDatabase
  /** The way to the data of a demo account, by its user name. */
  repositoryOf(username: string): Promise<Repository>
  close(): Promise<void>
}

/** A small demo office in a database of its own, for tests that need many plausible records. */
export const openDemo = async (residents: number): Promise<OpenDemo> => {
  const database = await createTestDatabase()
  const cipher = makeCipher(freshKeyRing())
  const { connection } = database
  const { district } = await loadDemo({
    database: { ownerUrl: database.url, cipher },
    residents,
    createAccount: async ({ username }) => `account:${username}`,
  })
  const areas = await loadAreaTree(connection.db, district)
  const zone = 'Asia/Shanghai'
  return {
    url: database.url,
    office: { areas },
    database,
    async repositoryOf(username) {
      const today = todayIn(zone)
      const actor = await loadActor(connection.db, district, { account: `account:${username}` }, today)
      return repositoryFor({ district, zone, connection, catalogue, cipher, areas }, actor!)
    },
    close: () => database.close(),
  }
}
