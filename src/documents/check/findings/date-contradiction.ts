import type { DateMention } from '../../quantity/index.ts'
import type { Finding } from '../finding.ts'
import { D, dateAt, type Passage, Q, quantityAt } from '../passage.ts'
import { sentenceEnd, stretchAround } from '../stretch-around.ts'
import { daysIn } from './impossible-date.ts'
import type { Reading } from './reading.ts'

type Day = Pick<DateMention, 'year' | 'month' | 'day'>

const finding = (
  start: number,
  end: number,
  message: string,
  severity: Finding['severity'],
  related: Finding['related'] = [],
): Finding => ({
  kind: 'date-contradiction',
  severity,
  start,
  end,
  message,
  related,
})

/** Negative where `to` lies before `from`, as far as both are stated; undefined where that cannot be told. */
const order = (from: Day, to: Day): number | undefined => {
  if (from.year !== undefined && to.year !== undefined && from.year !== to.year) return to.year - from.year
  const sameYear = from.year === to.year || to.year === undefined
  if (!sameYear) return undefined
  if (from.month !== undefined && to.month !== undefined && from.month !== to.month)
    return to.month - from.month
  if (from.day === undefined || to.day === undefined) return undefined
  return from.month === to.month || to.month === undefined ? to.day - from.day : undefined
}

const reversedPeriods = ({ found }: Reading): Finding[] =>
  found.dates.flatMap((date) => {
    if (!date.until) return []
    // 11月至3月 runs into the next year; only with a day or a year is the order certain.
    const told =
      date.year !== undefined ||
      date.until.year !== undefined ||
      (date.day !== undefined && (date.until.month === undefined || date.until.month === date.month))
    const difference = order(date, date.until)
    if (!told || difference === undefined || difference >= 0) return []
    const certain =
      date.until.year !== undefined || date.until.month === undefined || date.until.month === date.month
    return [
      finding(date.start, date.end, `时间段“${date.text}”的结束早于开始。`, certain ? 'error' : 'warning'),
    ]
  })

const startToEnd = new RegExp(
  `(${D})[^${D.slice(1, -1)}。;]{0,16}?(?:开始|起|启动|动工|开工|进场|立项|开幕|成立|施行|实施|生效|签订|签约|受理|接到)[^${D.slice(1, -1)}。;]{0,24}?(${D})[^${D.slice(1, -1)}。;,]{0,8}?(?:结束|止|截止|完成|完工|竣工|闭幕|验收|办结|结项|收官|投用|投入使用|交付|期满|届满|到期|全部)`,
  'g',
)

/** 2023年7月施行,有效期至2028年6月 */
const validUntil = new RegExp(
  `(${D})[^${D.slice(1, -1)}。;]{0,30}?(?:有效期|服务期|合同期|任期|期限|工期|持续|延续|直)(?:截?止|为)?[至到](${D})`,
  'g',
)

/** 自2024年9月起至2024年7月 */
const fromTo = new RegExp(`(${D})(?:起|开始)?(?:至|到)(${D})`, 'g')

const reversedStartEnd = (passage: Passage): Finding[] =>
  [startToEnd, validUntil, fromTo]
    .flatMap((pattern) => [...passage.skeleton.matchAll(pattern)])
    .flatMap((match) => {
      const from = dateAt(passage, match.index)!
      const to = dateAt(passage, match.index + match[0].indexOf(match[2]!, 1))!
      if (from.until || to.until) return []
      const next = { ...to, year: to.year ?? from.year }
      const difference = order(from, next as Day)
      if (difference === undefined || difference >= 0 || /次年|翌年|第二年|来年/.test(match[0])) return []
      return [
        finding(
          to.start,
          to.end,
          `结束时间“${to.text}”早于开始时间“${from.text}”。`,
          from.year !== undefined && to.year !== undefined ? 'error' : 'warning',
          [{ start: from.start, end: from.end }],
        ),
      ]
    })

const weekdays = '日一二三四五六'
const weekday = /^\s?(?:[(,]|[是为])?\s?(?:星期|周|礼拜)([一二三四五六日天])/

const wrongWeekdays = ({ found, normal }: Reading): Finding[] =>
  found.dates.flatMap((date) => {
    const { year, month, day } = date
    if (
      year === undefined ||
      month === undefined ||
      day === undefined ||
      date.until ||
      month > 12 ||
      day > daysIn(month, year)
    )
      return []
    const match = weekday.exec(normal.text.slice(date.end, date.end + 8))
    if (!match) return []
    const actual = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
    const stated = weekdays.indexOf(match[1]!.replace('天', '日'))
    if (actual === stated) return []
    return [
      finding(
        date.start,
        date.end + match[0].length,
        `${date.text}是星期${weekdays[actual]}，不是星期${match[1]}。`,
        'error',
      ),
    ]
  })

/** Years in which what is commonly remembered took place. */
const events: [RegExp, number, string][] = [
  [/(?:建党|中国共产党成立|党的?成立|党的生日)$/, 1921, '中国共产党1921年成立'],
  [/(?:建国|新中国成立|中华人民共和国成立|共和国成立|国庆)$/, 1949, '中华人民共和国1949年成立'],
  [/(?:建军|解放军建军)$/, 1927, '人民军队1927年创建'],
  [/改革开放$/, 1978, '改革开放始于1978年'],
  [/(?:抗战胜利|抗日战争胜利|反法西斯战争胜利)$/, 1945, '抗日战争1945年胜利'],
  [/(?:长征胜利|红军长征胜利)$/, 1936, '长征1936年胜利'],
  [/五四运动$/, 1919, '五四运动发生于1919年'],
  [/香港回归(?:祖国)?$/, 1997, '香港1997年回归'],
  [/澳门回归(?:祖国)?$/, 1999, '澳门1999年回归'],
  [/抗美援朝(?:出国作战)?$/, 1950, '志愿军1950年出国作战'],
  [/西藏自治区成立$/, 1965, '西藏自治区1965年成立'],
  [/新疆维吾尔自治区成立$/, 1955, '新疆维吾尔自治区1955年成立'],
  [/内蒙古自治区成立$/, 1947, '内蒙古自治区1947年成立'],
  [/广西壮族自治区成立$/, 1958, '广西壮族自治区1958年成立'],
  [/宁夏回族自治区成立$/, 1958, '宁夏回族自治区1958年成立'],
  [/海南建省(?:办经济特区)?$/, 1988, '海南1988年建省'],
  [/重庆直辖$/, 1997, '重庆1997年直辖'],
  [/(?:人民代表大会成立|人民代表大会制度建立)$/, 1954, '全国人民代表大会1954年成立'],
  [/(?:人民政协|政治协商会议)成立$/, 1949, '中国人民政治协商会议1949年成立'],
  [/(?:共青团成立|建团)$/, 1922, '共青团1922年成立'],
]

const founded = new RegExp(`(?:成立|建立|创建|始建|组建|建成|创办|设立)于(${D})`)

/** The year the report speaks of: the one named most often, if it stands out. */
const mainYears = ({ found }: Reading): Set<number> => {
  const counts = new Map<number, number>()
  for (const { year } of found.dates) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1)
  return new Set([...counts].filter(([, n]) => n >= 2).map(([year]) => year))
}

const wrongAnniversaries = (passage: Passage, mainly: Set<number>): Finding[] => {
  const findings: Finding[] = []
  for (let i = 0; i < passage.skeleton.length; i++) {
    const quantity = quantityAt(passage, i)
    const before = passage.skeleton.slice(Math.max(0, i - 14), i)
    const spell = quantity?.unit === '年' && /(?:走过|历经|度过|已有|已经?)了?$/.test(before)
    if (quantity === undefined || (quantity.unit !== '周年' && !spell)) continue
    const [from, to] = stretchAround(passage.skeleton, i, sentenceEnd)
    const sentence = passage.skeleton.slice(from, to)
    const stated = [...sentence]
      .map((_, k) => dateAt(passage, from + k))
      .filter((d) => d?.year !== undefined && !d.until)
    const event = events.find(([pattern]) => pattern.test(before.replace(/[“”"]/g, '')))
    const span = [quantity.start, quantity.end] as const
    if (event) {
      const due = event[1] + quantity.low
      const near = stated.filter((d) => d!.year! > event[1])
      if (near.length > 0) {
        if (near.every((d) => d!.year !== due) && near.length <= 2)
          findings.push(
            finding(
              ...span,
              `${event[2]}，${quantity.low}周年应在${due}年，与“${near[0]!.text}”不符。`,
              'warning',
              near.map((d) => ({ start: d!.start, end: d!.end })),
            ),
          )
      } else if (mainly.size > 0 && ![...mainly].some((y) => Math.abs(y - due) <= 1))
        findings.push(
          finding(
            ...span,
            `${event[2]}，${quantity.low}周年应在${due}年，与报告的年份（${[...mainly].join('、')}年）不符。`,
            'warning',
          ),
        )
      continue
    }
    const origin =
      founded.exec(sentence) ?? new RegExp(`(${D})(?:成立|建立|创建|组建|建成|创办)(?!${Q})`).exec(sentence)
    if (!origin || /结婚|逝世|诞辰|从[教医军]/.test(before)) continue
    if (
      !founded.test(sentence) &&
      !/(?:成立|[建创开办立][\u4e00-\u9fff]{0,2}|运营|迎来|走过|历经|度过|已有|已经?)了?$/.test(before)
    )
      continue
    const start = dateAt(passage, from + sentence.indexOf(origin[1]!))
    const later = stated.filter((d) => d !== start)
    if (start?.year === undefined || later.length !== 1) continue
    const years = later[0]!.year! - start.year
    // 2004年成立 and 2024年已走过21年: a year begun may count.
    if (spell ? Math.abs(years - quantity.low) > 1 : years !== quantity.low)
      findings.push(
        finding(
          ...span,
          `${start.year}年至${later[0]!.year}年是${years}${quantity.unit}，不是${quantity.low}${quantity.unit}。`,
          'warning',
          [
            { start: start.start, end: start.end },
            { start: later[0]!.start, end: later[0]!.end },
          ],
        ),
      )
  }
  return findings
}

/** Periods that run backwards, weekdays and anniversaries that the calendar contradicts. */
export const findDateContradictions = (reading: Reading): Finding[] => {
  const years = mainYears(reading)
  return [
    ...reversedPeriods(reading),
    ...wrongWeekdays(reading),
    ...reading.passages.flatMap((passage) =>
      passage.dates.length === 0 && passage.quantities.length === 0
        ? []
        : [...reversedStartEnd(passage), ...wrongAnniversaries(passage, years)],
    ),
  ]
}
