import type { Quantity } from '../../quantity/index.ts'
import { isExact, nearly } from '../interval.ts'
import type { Passage } from '../passage.ts'
import { printNumber, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'
import { type Item, sentencesOf } from './sentence.ts'

const opening = /原|年初|期初|月初|季初|上年末|上年底|上年结|去年底|去年末|上月末|期末结转|结转|此前|先有/
const closing =
  /现有|现为|现存|现余|现在|目前|如今|年末|年底|期末|月末|月底|结存|结余|结转|剩余|尚有|尚余|库存|在册|存量|余额|达到?$|增至|减至/
export const comesIn =
  /转入|迁入|新增|增加|新发展|发展|吸收|购入|购进|采购|入库|收入|接收|补充|新建|新招|招录|录用|调入|拨入|到账|收到|入住|纳入|新收|出生|增补|增购|引进/
export const goesOut =
  /转出|迁出|退出|清退|减少|领用|发放|发出|支出|使用|出库|调出|离职|辞职|退休|注销|死亡|去世|报废|拆除|结案|办结|化解|销号|用去|退还|解除|淘汰|清理|停保|关停/

type Role = 'opening' | 'in' | 'out' | 'closing'

const roleOf = (item: Item, place: number): Role | undefined => {
  const clause = item.before.split(/[,;、:(]/).at(-1)!
  const words = clause === '' ? item.after.slice(0, 4) : clause
  if (place === 0) return opening.test(item.before) ? 'opening' : undefined
  if (goesOut.test(words) && !closing.test(words)) return 'out'
  if (comesIn.test(words) && !closing.test(words)) return 'in'
  return closing.test(words) ? 'closing' : undefined
}

/** 年初420件,购入180件,领用260件,年末结存340件: what there was, came and went makes what there is. */
const flowAt = (items: Item[], at: number): Relation | undefined => {
  const first = items[at]!
  if (roleOf(first, 0) !== 'opening') return undefined
  const [ins, outs]: [Quantity[], Quantity[]] = [[], []]
  let closed: Quantity | undefined
  for (const item of items.slice(at + 1, at + 8)) {
    if (!sameUnit(item.quantity, first.quantity)) {
      if (item.quantity.kind === 'percent' || item.quantity.kind === 'duration') continue
      break
    }
    const role = roleOf(item, 1)
    if (role === 'in') ins.push(item.quantity)
    else if (role === 'out') outs.push(item.quantity)
    else {
      if (role === 'closing') closed = item.quantity
      break
    }
  }
  const moved = [...ins, ...outs]
  if (!closed || moved.length === 0 || (moved.length === 1 && ins.length === 1)) return undefined
  if (!isExact(first.quantity, closed, ...moved)) return undefined
  const left =
    first.quantity.low + ins.reduce((sum, x) => sum + x.low, 0) - outs.reduce((sum, x) => sum + x.low, 0)
  const holds = nearly(left, closed.low, 1e-9)
  if (left <= 0 || (!holds && !nearly(left, closed.low, 0.6))) return undefined
  const signed = [first.quantity, ...ins].map(printQuantity).join('+')
  return {
    kind: 'difference',
    holds,
    result: closed,
    terms: { opening: first.quantity, in: ins, out: outs },
    certain: false,
    arithmetic: `${signed}${outs.map((x) => `−${printQuantity(x)}`).join('')} = ${printNumber(left)} ${holds ? '=' : '≠'} ${printQuantity(closed)}`,
  }
}

/** What was there at first, what came, what went and what is left, in one sentence. */
export const findFlows = (passage: Passage): Relation[] =>
  sentencesOf(passage).flatMap(({ items }) => items.flatMap((_, at) => flowAt(items, at) ?? []))
