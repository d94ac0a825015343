import { titleOf } from '../../../core/code/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import type { Office } from '../../../platform/server/office.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { classOf, matterCategory } from '../category/categories.ts'
import { importOrders as contract } from '../contract-orders.ts'
import type { Body } from '../life/facts.ts'
import { type Order, readOrders } from '../orders/read-orders.ts'
import { orderTitle, readOrderSheet } from '../orders/read-sheet.ts'
import { findBodies } from '../storage/bodies.ts'
import { type Clocks, readClocks } from '../storage/limits.ts'
import { findKnownOrders, takeOrder } from '../storage/orders.ts'
import { receive } from './receive.ts'

/** A day's orders of a district; more come in a file each. */
const mostRows = 1000
const mostFaults = 200
const sampled = 5

interface Within {
  readonly bodies: readonly Body[]
  readonly clocks: Clocks
  readonly now: Date
  readonly zone: string
}

/** An order becomes a matter of the body in which it lies; another than one's own has to accept it first. */
const receiveOrder = async (
  repository: Repository,
  order: Order,
  { bodies, clocks, now, zone }: Within,
): Promise<boolean> => {
  const id = newId()
  if (!(await takeOrder(repository, order, id))) return false
  const owner: Body = `area:${order.area}`
  await receive(
    repository,
    {
      ...order,
      id,
      class: classOf(order.category),
      channel: 'hotline',
      owner,
      submitted: !bodies.includes(owner),
    },
    { clocks, now, zone },
  )
  return true
}

const readFile = async (office: Office, repository: Repository, id: string) => {
  const { bytes, name } = await office.files.get(repository, id)
  const sheet = await readOrderSheet(bytes, name)
  if (sheet.rows.length > mostRows)
    throw new Problem(
      'file.too_large',
      `这张表有 ${sheet.rows.length} 行，一次最多导入 ${mostRows} 行。请分成几张表。`,
    )
  return sheet
}

/** Makes matters of a hotline's orders: each number once, by the order's own deadline. The same file again does nothing. */
export const importOrders = defineAction(
  contract,
  async (repository, { file, area }, office) => {
    const { actor } = repository
    const mayRecord = (path: string) => may(actor, 'data.import', path) && may(actor, 'matter.write', path)
    if (!office.areas.find(area) || !mayRecord(area))
      throw new Problem('right.missing', '您的岗位不能导入这个区域的工单，请换一个区域。')
    const sheet = await readFile(office, repository, file)
    const now = new Date()
    const { zone, areas } = office
    const { orders, faults, faulty } = readOrders(sheet, { area, areas, mayRecord, zone, now })
    const known = await findKnownOrders(
      repository,
      orders.map(({ external }) => external),
    )
    const unknown = orders.filter(({ external }) => !known.has(external))
    let fresh = unknown.length
    if (!repository.rehearsal) {
      const within = {
        bodies: await findBodies(repository),
        clocks: await readClocks(repository, zone),
        now,
        zone,
      }
      fresh = 0
      for (const order of unknown) if (await receiveOrder(repository, order, within)) fresh += 1
    }
    return {
      answer: {
        sheet: sheet.name,
        columns: sheet.columns.map(({ letters, header, key }) => ({
          letters,
          header,
          title: key && orderTitle(key),
        })),
        fresh,
        known: orders.length - fresh,
        faulty,
        faults: faults.slice(0, mostFaults),
        sample: unknown.slice(0, sampled).map((order) => ({
          row: order.row,
          external: order.external,
          title: order.title || order.content.slice(0, 30),
          category: titleOf(matterCategory, order.category),
          areaName: areas.nameOf(order.area),
          dueAt: order.dueAt?.toISOString() ?? null,
        })),
      },
      audit: { area, detail: { fresh, known: orders.length - fresh, faulty } },
    }
  },
  { rehearsable: true },
)
