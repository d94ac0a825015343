import type { Quantity } from '../../quantity/index.ts'
import { intervalOf, isExact, lastDigit, meet, quotientOf, timesOf, widened } from '../interval.ts'
import { dateAt, type Passage, Q, quantitiesIn, quantityAt } from '../passage.ts'
import { printNumber, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { clauseEnd, stretchAround } from '../stretch-around.ts'
import { unitClass } from '../unit-class.ts'

const q = Q.slice(1, -1)
const pattern = new RegExp(
  `(?:(人|户|场|次|件|村|校|组|店|月|日|天|年|周|班|台|个|家|亩|期|站|床|生|所|点|栋|企|队|批|网格|社区)均|平均每?(?:个)?(人|户|场|次|件|名|位|个|月|天|日|年|周|班|组|支|家|台|辆|栋|幢|处|所|间|条|张|站|校|村|店|亩|期|网格|社区|小区|线路|街道|支部|[\\u4e00-\\u9fff])|每(?:个)?(人|户|场|次|件|名|位|个|月|天|日|年|周|班|组|支|家|台|辆|栋|幢|处|所|间|条|张|站|校|村|店|亩|期|网格|社区|小区|街道|支部|线路|[\\u4e00-\\u9fff])(?:平均|(?=大?约))|(?<=平均[^。;]{0,16},)每个?(社区|小区|村|街道|支部|网格|班|组|人|户|站|点)|每(平方公里|公顷|亩))([^${q},。;]{0,10}?)(${Q})`,
  'g',
)

const per: Record<string, RegExp> = {
  人: /^(?:人|名|位|口|人次)$/,
  名: /^(?:人|名|位|口)$/,
  户: /^(?:户|户次)$/,
  家: /^(?:家|户|家次|户次)$/,
  场: /^(?:场|期|场次|次)$/,
  次: /^(?:场|期|场次|次)$/,
  期: /^(?:期|场|次)$/,
  件: /^(?:件|起|宗|例)$/,
  月: /^个月$/,
  年: /^年$/,
  天: /^天$/,
  日: /^(?:天|日)$/,
  周: /^(?:周|个星期)$/,
}

/** What one step of the last printed digit is, multiplier and all. */
const stepOf = (figure: Quantity): number => 2 * figure.slack || lastDigit(figure)

/** Characters before the average within which its total and count are looked for. */
const furthest = 160

/** How many months, days or weeks the words speak of. */
const spells: Record<string, [RegExp, number][]> = {
  月: [
    [/上半年|下半年|半年/, 6],
    [/全年|[一1]年来?|今年|去年/, 12],
    [/季度/, 3],
  ],
  日: [
    [/全年|[一1]年来|去年/, 365],
    [/[本一当上该]?周(?!边|到|末|期|密)|星期/, 7],
  ],
  天: [
    [/全年|[一1]年来|去年/, 365],
    [/[本一当上该]?周(?!边|到|末|期|密)|星期/, 7],
  ],
  周: [[/全年|[一1]年来|去年/, 52]],
}

/** What a total may be printed in where its average is in a finer unit: 96吨, 户均30公斤. */
const finerUnits: Record<string, [string, number]> = {
  公斤: ['吨', 1000],
  千克: ['吨', 1000],
  斤: ['吨', 2000],
  米: ['公里', 1000],
  平方米: ['公顷', 10_000],
  分钟: ['小时', 60],
}

const inUnit = (x: Quantity, unit: string, times: number): Quantity => ({
  ...x,
  unit,
  low: x.low * times,
  high: x.high * times,
  slack: x.slack * times,
})

/** 2025年…累计: a bare year is all of it. */
const wholeYearIn = (passage: Passage, from: number, to: number): string => {
  for (let i = from; i < to; i++) {
    const date = dateAt(passage, i)
    if (date)
      return date.year !== undefined &&
        /^(?:20)?\d\d年$/.test(date.text) &&
        !/截[至止]/.test(passage.skeleton.slice(from, i))
        ? '全年'
        : ''
  }
  return ''
}

const lowOf = (count: Quantity | number): number => (typeof count === 'number' ? count : count.low)
const isNear = (a: number, b: number): boolean => a > b * 0.55 && a < b * 1.8

const many: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000 }
const perMany = new RegExp(`每([百千万])(名|户|人)?[^${q},。;每]{0,12}?(${Q})`, 'g')

/** 托位540个,人口4.5万人,每千人口12个: total ÷ count for a hundred, a thousand or ten thousand. */
const findPerMany = (passage: Passage): Relation[] => {
  const out: Relation[] = []
  for (const match of passage.skeleton.matchAll(perMany)) {
    const average = quantityAt(passage, match.index + match[0].length - 1)!
    if (average.kind === 'percent' || average.low === 0) continue
    const [from] = stretchAround(passage.skeleton, match.index, clauseEnd, { before: furthest, after: 0 })
    const earlier = quantitiesIn(passage, from, match.index)
    const counts = earlier.filter((x) => per[match[2] ?? '人']!.test(x.unit))
    const totals = earlier.filter((x) => x.unit === average.unit && !counts.includes(x))
    const [total, count] = [totals[0], counts[0]]
    if (!total || !count || totals.length > 1 || counts.length > 1) continue
    const times = many[match[1]!]!
    const value = (total.low / count.low) * times
    const holds = meet(
      timesOf(quotientOf(intervalOf(total), intervalOf(count)), { low: times, high: times }),
      widened(intervalOf(average), stepOf(average) / 2),
    )
    if (!holds && !isNear(value, average.low)) continue
    out.push({
      kind: 'average',
      holds,
      result: average,
      terms: { total, count },
      certain: false,
      arithmetic: `${printQuantity(total)}÷${printQuantity(count)}×${times} = ${printNumber(Number(value.toPrecision(4)))} ${holds ? '=' : '≠'} ${printQuantity(average)}`,
    })
  }
  return out
}

/** Total ÷ count = average: 举办24场,参与1200人次,场均50人次. */
export const findAverages = (passage: Passage): Relation[] => {
  const out = findPerMany(passage)
  for (const match of passage.skeleton.matchAll(pattern)) {
    const average = quantityAt(passage, match.index + match[0].length - 1)!
    if (average.kind === 'percent' || average.low === 0) continue
    const name = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5]!
    if (/[增减]/.test(match[6]!)) continue
    const [from] = stretchAround(passage.skeleton, match.index, clauseEnd, { before: furthest, after: 0 })
    const earlier = quantitiesIn(passage, from, match.index).slice(-12)
    const wanted = per[name] ?? new RegExp(`^${name}$`)
    const isCount = (x: Quantity): boolean =>
      wanted.test(x.unit) ||
      ((name.length === 2 || /^[组班队校村店站床生所点栋企批]$/.test(name)) && x.subject.includes(name)) ||
      (name === '名' && /^[人名位]$/.test(x.unit)) ||
      (name === '个' && x.unit === '个')
    const unit = average.unit.replace(/[/每].*$/, '')
    const finer = finerUnits[unit]
    const totals = earlier
      .map((x) => (finer && x.unit === finer[0] ? inUnit(x, unit, finer[1]) : x))
      .filter(
        (x) =>
          x.unit === unit ||
          // 4.3万居民: people need no counting word.
          (x.unit === '' &&
            x.kind === 'count' &&
            /^[人名口]$/.test(unit) &&
            /民|人|员|者|生|童/.test(x.subject)) ||
          (unitClass(x) === unitClass(average) && x.kind === average.kind),
      )
    const counts: { value: Quantity | number }[] = earlier.filter(isCount).map((value) => ({ value }))
    if (counts.length === 0) {
      const words = passage.skeleton.slice(from, match.index)
      const known = spells[name]?.find(([spell]) =>
        spell.test(words + wholeYearIn(passage, from, match.index)),
      )
      if (known) counts.push({ value: known[1] })
    }
    // 18个班组…平均每组: where no count bears the name, the only one there is is meant.
    if (counts.length === 0) {
      const others = earlier.filter((x) => x.kind === 'count' && !totals.includes(x) && x.low > 1)
      if (others.length === 1 && totals.length === 1 && isNear(totals[0]!.low / others[0]!.low, average.low))
        counts.push({ value: others[0]! })
    }
    const pairs = totals.flatMap((total) =>
      counts.filter((c) => c.value !== total).map((c) => ({ total, count: c.value })),
    )
    const agree = ({ total, count }: (typeof pairs)[number]): boolean =>
      meet(
        quotientOf(
          intervalOf(total),
          typeof count === 'number' ? { low: count, high: count } : intervalOf(count),
        ),
        widened(
          intervalOf(average),
          stepOf(average) * (average.slack ? 0.25 : 0.5) + (average.slack ? 0 : 0.49),
        ),
      )
    if (pairs.length === 0) continue
    const fits = pairs.find(agree)
    // Which of several figures the average is of, only one pair that comes near could tell.
    const near =
      pairs.length > 1 ? pairs.filter((x) => isNear(x.total.low / lowOf(x.count), average.low)) : pairs
    if (!fits && near.length !== 1) continue
    const { total, count } = fits ?? near[0]!
    const n = typeof count === 'number' ? count : count.low
    out.push({
      kind: 'average',
      holds: fits !== undefined,
      result: average,
      terms: typeof count === 'number' ? { total } : { total, count },
      certain: typeof count !== 'number' && pairs.length === 1 && isExact(total, count, average),
      arithmetic: `${printQuantity(total)}÷${printNumber(n)} = ${printNumber(Number((total.low / n).toPrecision(4)))} ${fits ? '=' : '≠'} ${printQuantity(average)}`,
    })
  }
  return out
}
