import { phone } from '../../../core/definition/index.ts'
import type { Parsed } from '../../../core/parsed.ts'
import type { AreaTree } from '../../../platform/server/permission/area-tree.ts'
import { categories } from '../category/categories.ts'
import { proposeCategories } from '../category/propose-category.ts'
import type { OrderFault } from '../contract-orders.ts'
import { readDeadline, readMoment } from './read-moment.ts'
import { type OrderKey, type OrderRow, type OrderSheet, orderTitle, textOf } from './read-sheet.ts'

/** An order that can become a matter. */
export interface Order {
  readonly row: number
  readonly external: string
  readonly title: string
  readonly content: string
  readonly place: string
  readonly reporterName: string
  readonly reporterPhone: string
  readonly category: string
  readonly area: string
  readonly calledAt: Date | null
  /** By the order itself; null where it names no time. */
  readonly dueAt: Date | null
}

/** Where orders may lie, and the clock they are read by. */
export interface ReadingOrders {
  /** Where an order lies that names no place. */
  readonly area: string
  readonly areas: AreaTree
  readonly mayRecord: (area: string) => boolean
  readonly zone: string
  readonly now: Date
}

/** 城北 and 城北社区居民委员会 are both 城北社区. */
const plainName = (name: string): string =>
  name.replace(/\s/g, '').replace(/(居民委员会|居委会|村委会|社区|村)+$/u, '')

const findArea = ({ areas, area }: ReadingOrders, name: string): string | undefined => {
  const wanted = plainName(name)
  const found = [area, ...areas.under(area).map(({ path }) => path)].filter(
    (path) => plainName(areas.nameOf(path)) === wanted,
  )
  return found.length === 1 ? found[0] : undefined
}

const categoryOf = (named: string, content: string, place: string): string =>
  categories.find(({ title }) => title === named)?.code ??
  proposeCategories(`${named} ${content} ${place}`, 1)[0] ??
  'other'

const mostExternal = 60
const mostContent = 2000

/** Reads a row; what is wrong with it is told by `fault`. Undefined where it cannot become a matter. */
const readOrder = (
  sheet: OrderSheet,
  row: OrderRow,
  reading: ReadingOrders,
  fault: (key: OrderKey, message: string, blocking?: boolean) => undefined,
): Order | undefined => {
  const text = (key: OrderKey) => textOf(sheet, row, key)
  const moment = (key: OrderKey, read: (written: string) => Parsed<Date>): Date | null => {
    if (text(key) === '') return null
    const result = read(text(key))
    return result.ok ? result.value : (fault(key, result.message) ?? null)
  }
  const external = text('external')
  if (external === '') return fault('external', '没有工单编号，请补上。')
  if (external.length > mostExternal) return fault('external', `工单编号最多 ${mostExternal} 个字。`)
  const content = text('content') || text('title')
  if (content.length < 2) return fault('content', '没有诉求内容，请补上。')
  if (content.length > mostContent) return fault('content', `诉求内容最多 ${mostContent} 个字，请删短。`)
  let failed = false
  const calledAt = moment('calledAt', (written) => readMoment(written, reading.zone))
  if (text('calledAt') !== '' && calledAt === null) failed = true
  const dueAt = moment('due', (written) => readDeadline(written, calledAt ?? reading.now, reading.zone))
  if (text('due') !== '' && dueAt === null) failed = true
  if (calledAt && dueAt && dueAt < calledAt) {
    fault('due', '办理时限早于来电时间，请改时间。')
    failed = true
  }
  const area = text('area') === '' ? reading.area : findArea(reading, text('area'))
  if (area === undefined) return fault('area', '没有找到这个社区，请写成系统里的名称，或留空。')
  if (!reading.mayRecord(area)) return fault('area', '这个区域不在您的辖区。')
  const number = text('reporterPhone') === '' ? undefined : phone.parse(text('reporterPhone'))
  if (number && !number.ok) fault('reporterPhone', '不是完整的电话号码，这一件不记电话。', false)
  if (failed) return undefined
  return {
    row: row.number,
    external,
    title: text('title').slice(0, 60),
    content,
    place: text('place').slice(0, 120),
    reporterName: text('reporterName').slice(0, 50),
    reporterPhone: number?.ok ? number.value : '',
    category: categoryOf(text('category'), content, text('place')),
    area,
    calledAt,
    dueAt,
  }
}

/** Reads the rows of a sheet: the orders, and what is wrong in which cell. A number that stands twice counts once. */
export const readOrders = (
  sheet: OrderSheet,
  reading: ReadingOrders,
): { orders: Order[]; faults: OrderFault[]; faulty: number } => {
  const faults: OrderFault[] = []
  const seen = new Map<string, number>()
  let faulty = 0
  const orders = sheet.rows.flatMap((row) => {
    const fault = (key: OrderKey, message: string, blocking = true): undefined => {
      const column = sheet.columns.find((each) => each.key === key)
      faults.push({
        row: row.number,
        column: column?.letters ?? '',
        header: column?.header ?? orderTitle(key),
        text: textOf(sheet, row, key).slice(0, 60),
        message,
        blocking,
      })
    }
    const order = readOrder(sheet, row, reading, fault)
    const first = order && seen.get(order.external)
    if (first !== undefined) fault('external', `与第 ${first} 行是同一个编号，只记一次。`)
    if (!order || first !== undefined) {
      faulty += 1
      return []
    }
    seen.set(order.external, row.number)
    return [order]
  })
  return { orders, faults, faulty }
}
