import { isExact, meet, shareOf } from '../interval.ts'
import { printNumber } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'
import type { Item } from './sentence.ts'
import { lastClause, noShare, shareRelation, statedPercent } from './share-judgement.ts'

/** Words that say that a list of shares leaves nothing out. */
const complete = /来源|构成|结构|组成|人员中|分别占|其[他余它]|各占/

/** Shares in a row, each with a label of its own, that come near to 100% and miss it. */
export const hundredOf = (items: Item[]): Relation[] => {
  const out: Relation[] = []
  for (let at = 0; at < items.length; ) {
    const run: Item[] = []
    let aside = ''
    for (const item of items.slice(at)) {
      const words = lastClause(aside + item.before)
      // 0—17岁占16.8%: an age within a label.
      if (item.quantity.kind === 'age') {
        aside = `${item.before}${item.quantity.unit}`
        continue
      }
      aside = ''
      if (item.quantity.unit !== '%' || noShare.test(words) || /率/.test(words)) break
      const label = words.replace(/^.*[、和及]/, '').replace(/[占为达约比的]/g, '')
      if (item.before.length > (run.length ? 18 : 60) || label.length < 1) break
      run.push(item)
    }
    at = Math.max(at, run.length > 0 ? items.indexOf(run.at(-1)!) : at) + 1
    if (run.length < 3) continue
    const list = run.map((x) => x.quantity)
    const sum = list.reduce((a, x) => a + x.low, 0)
    const slack = list.reduce((a, x) => a + x.slack, 0) + 0.5 * 10 ** -1
    const words = run.map((x) => x.before).join('')
    if (!/占|为|由|[::]|分别/.test(words) || !isExact(...list)) continue
    const holds =
      Math.abs(sum - 100) <= Math.max(slack, list.some((x) => x.slack > 0) ? slack : 0.5 * list.length)
    const told = complete.test(words) ? sum > 80 && sum < 120 : sum > 100 && sum < 116
    if (!holds && !told) continue
    out.push({
      kind: 'share',
      holds,
      result: list.at(-1)!,
      terms: { parts: list.slice(0, -1) },
      certain: false,
      arithmetic: `${list.map((x) => x.text).join('%+')}% = ${printNumber(sum)}% ${holds ? '=' : '≠'} 100%`,
    })
  }
  return out
}

/** A级96家、B级416家、C级128家,占比分别为15%、65%、20%: each share in its turn. */
export const sharesInTurn = (items: Item[]): Relation[] => {
  const at = items.findIndex(
    (x) => x.quantity.unit === '%' && /(?:占比?|比例|比重)[^,;。]{0,8}分别[^,;。]{0,4}$/.test(x.before),
  )
  if (at < 3) return []
  let n = 1
  while (items[at + n]?.quantity.unit === '%' && /^[、,和及]$/.test(items[at + n]!.before)) n++
  const [whole, ...parts] = items.slice(at - n - 1, at)
  if (n < 2 || !whole || parts.length !== n) return []
  if (!parts.every((x) => sameUnit(x.quantity, whole.quantity) && x.quantity.low <= whole.quantity.low))
    return []
  if (!isExact(whole.quantity, ...parts.map((x) => x.quantity))) return []
  return parts.flatMap((part, i) => {
    const share = items[at + i]!
    const stated = statedPercent(share)
    if (!stated || !isExact(share.quantity)) return []
    return [shareRelation(share, part, whole, meet(shareOf(part.quantity, whole.quantity), stated), false)]
  })
}
