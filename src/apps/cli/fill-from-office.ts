import { fillFile } from '../../modules/forms/server.ts'
import { withOwnLedgers } from '../../modules/ledgers/server.ts'
import { repositoryFor } from '../../platform/server/office.ts'
import { loadAreaTree } from '../../platform/server/permission/area-tree.ts'
import { systemActor } from '../../platform/server/permission/system-actor.ts'
import { catalogue } from '../catalogue.ts'
import { findArea } from './find-area.ts'
import { showProgress } from './show-progress.ts'
import { getOffice, withDatabase } from './with-database.ts'

type FileOrder = Parameters<typeof fillFile>[2]

const wordMissing = ({ header, count }: { header: string; count: number }) => `${header} 缺 ${count} 格`

const wordLeft = ({ place, header, reason }: { place: string; header: string; reason: string }) =>
  `  ${place.padEnd(4)} ${header}  ${reason}`

/** Fills one form from the office's ledgers, as the house itself, written down in the audit. */
export const fillFromOffice = (order: FileOrder) =>
  withDatabase(async (database) => {
    const office = await getOffice(database)
    const { connection, cipher } = database
    const areas = await loadAreaTree(connection.db, office.district)
    const area = findArea(areas, office.district, order.area).path
    const own = await withOwnLedgers(connection.db, office.district, catalogue)
    const filled = await connection.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((db) =>
        fillFile(
          repositoryFor(
            { ...office, connection, catalogue: own, cipher, areas },
            systemActor(office.district),
            { db },
          ),
          areas,
          { ...order, area },
          (done, total) => showProgress('已读取')({ done, total }),
        ),
      )
    const { bytes, rows, cells, missing, left, columns } = filled
    const notes = [...filled.notes, ...columns.flatMap(({ reason }) => reason ?? [])]
    return {
      bytes,
      told: { rows, cells, missing, left, notes },
      text: (out: string) =>
        [
          `已填写 ${rows > 0 ? `${rows} 行、` : ''}${cells} 格，存为 ${out}`,
          ...(missing.length > 0 ? [`台账里没有的：${missing.map(wordMissing).join('，')}`] : []),
          ...(left.length > 0 ? ['没有填的列：', ...left.map(wordLeft)] : []),
          ...notes,
          '',
        ].join('\n'),
    }
  })
