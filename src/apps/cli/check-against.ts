import type { CheckResult } from '../../documents/check/index.ts'
import { withOwnLedgers } from '../../modules/ledgers/server.ts'
import {
  type Compared,
  comparePassages,
  passagesOf,
  sayCompared,
  verdictWords,
} from '../../modules/reports/server.ts'
import { recordAudit } from '../../platform/server/audit/record-audit.ts'
import { repositoryFor, todayAt } from '../../platform/server/office.ts'
import { loadAreaTree } from '../../platform/server/permission/area-tree.ts'
import { systemActor } from '../../platform/server/permission/system-actor.ts'
import { catalogue } from '../catalogue.ts'
import type { AgainstWords } from './check-output.ts'
import { findArea } from './find-area.ts'
import { getOffice, withDatabase } from './with-database.ts'

export const comparedWords: AgainstWords = {
  title: ({ verdict }) => verdictWords[verdict].title,
  say: sayCompared,
  tone: ({ verdict }) => verdictWords[verdict].tone,
}

interface AgainstOptions {
  /** Code, path or name of the area that the reports are about. */
  readonly area: string
  /** `YYYY-MM-DD`; today where absent. */
  readonly asOf: string | undefined
}

/** Holds the numbers of checked reports against the ledgers of an area; answers in the order of the reports. */
export const compareChecked = (
  results: readonly CheckResult[],
  { area: wanted, asOf }: AgainstOptions,
): Promise<Compared[][]> =>
  withDatabase(async (database) => {
    const office = await getOffice(database)
    const { connection, cipher } = database
    const areas = await loadAreaTree(connection.db, office.district)
    const area = findArea(areas, office.district, wanted)
    const own = await withOwnLedgers(connection.db, office.district, catalogue)
    return connection.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (db) => {
        const repository = repositoryFor(
          { ...office, connection, catalogue: own, cipher, areas },
          systemActor(office.district),
          { db },
        )
        const day = asOf ?? todayAt(office)
        const compared: Compared[][] = []
        for (const result of results)
          compared.push(
            await comparePassages(repository, areas, {
              area: area.path,
              asOf: day,
              passages: passagesOf(result),
            }),
          )
        await recordAudit(repository, {
          action: 'compareWithLedgers',
          definition: 'report',
          area: area.path,
          detail: { asOf: day, files: results.length, numbers: compared.flat().length },
        })
        return compared
      })
  })
