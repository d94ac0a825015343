import { catalogue } from '../../src/apps/catalogue.ts'
import { loadDemo } from '../../src/apps/demo/index.ts'
import { makeCipher } from '../../src/platform/server/cipher/cipher.ts'
import { freshKeyRing } from '../../src/platform/server/cipher/key-ring.ts'
import { repositoryFor } from '../../src/platform/server/office.ts'
import { type AreaTree, loadAreaTree } from '../../src/platform/server/permission/area-tree.ts'
import { systemActor } from '../../src/platform/server/permission/system-actor.ts'
import type { Repository } from '../../src/platform/server/repository/repository.ts'
import startCluster from '../../src/platform/server/testing/start-cluster.ts'
import { createTestDatabase } from '../../src/platform/server/testing/test-database.ts'

export interface DemoOffice {
  readonly repository: Repository
  readonly areas: AreaTree
  close(): Promise<void>
}

/** The demo office of six communities as it was on the day after the reports, in a database of its own. */
export const openDemoOffice = async (): Promise<DemoOffice> => {
  const stopCluster = await startCluster()
  const database = await createTestDatabase()
  const cipher = makeCipher(freshKeyRing())
  const { district } = await loadDemo({
    database: { ownerUrl: database.url, cipher },
    residents: 30_000,
    today: '2026-11-21',
    createAccount: async ({ username }) => `account:${username}`,
  })
  const { connection } = database
  const areas = await loadAreaTree(connection.db, district)
  return {
    areas,
    repository: repositoryFor(
      { district, zone: 'Asia/Shanghai', connection, catalogue, cipher, areas },
      systemActor(district),
    ),
    async close() {
      await database.close()
      await stopCluster()
    },
  }
}
