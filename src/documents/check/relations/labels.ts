import type { Item } from './sentence.ts'

const leading =
  /^(?:其中|分别|依次|具体|包括|包含|则|而|有|为|是|共|现有|已有|属于|来自|用于|约|了|的|另有|还有|另外?|以及|及|和|与)+/
const trailing = /(?:分别|共计|共有|共|现有|已有|有|为|是|达到?|约|的|了|计)+$/

const stripped = (words: string): string => words.replace(leading, '').replace(trailing, '')

/**
 * What a figure of a list is called: the words of its clause before it, or, where the figure stands first,
 * those after it (252户通过评议).
 */
export const labelOf = (item: Item): string => {
  const clause = item.before.split(/[,;、:(。]/).at(-1)!
  const before = stripped(clause)
  if (before !== '') return before
  return stripped(item.after.split(/[,;、:)。(]/)[0]!)
}

const negations = /[未无不非没]|尚未|没有|暂未|没能/
const allNegations = new RegExp(negations.source, 'g')
const opposites: [string, string][] = [
  ['以上', '以下'],
  ['男', '女'],
  ['有', '无'],
  ['内', '外'],
  ['上', '下'],
  ['城', '乡'],
  ['城区', '农村'],
  ['城市', '农村'],
  ['城镇', '农村'],
  ['城镇', '乡村'],
  ['集中', '分散'],
  ['线上', '线下'],
  ['地上', '地下'],
  ['室内', '室外'],
  ['常住', '暂住'],
  ['白', '夜'],
  ['早', '晚'],
  ['公办', '民办'],
  ['境内', '境外'],
  ['正式', '预备'],
  ['大', '小'],
  ['新', '旧'],
]

const states: [RegExp, RegExp][] = [
  [/合格|达标|符合/, /整改|不符/],
  [/正常/, /异常|故障/],
  [/^已|完成|办结|投用/, /正在|在建|推进|在办|待/],
  [/满意/, /不满意/],
  [/自住|自用/, /出租|空置/],
]

/** 通过 and 未通过, 有物业管理 and 无物业管理, 规模以上 and 规模以下: nothing lies between them. */
export const denies = (a: string, b: string): boolean => {
  for (const [yes, no] of [
    [a, b],
    [b, a],
  ] as const) {
    if (negations.test(no) && !negations.test(yes)) {
      const rest = no.replace(allNegations, '')
      if (
        rest.length >= 1 &&
        (yes.includes(rest) ||
          (rest.length >= 2 && [...rest].every((c) => yes.includes(c))) ||
          (rest.includes(yes) && yes.length >= 2))
      )
        return true
    }
    for (const [one, other] of opposites)
      if (yes.includes(one) && yes.replace(one, other) === no && yes !== no) return true
  }
  return states.some(([one, other]) =>
    [a, b].some((x, i) => one.test(x) && !other.test(x) && other.test([b, a][i]!)),
  )
}

/** What two labels have in common at their ends, where they differ between: 一期投资 and 二期投资 → 投资. */
export const frameOf = (a: string, b: string): string | undefined => {
  if (a === b) return undefined
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head++
  let tail = 0
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const [ownA, ownB] = [a.length - head - tail, b.length - head - tail]
  if (ownA === 0 || ownB === 0 || ownA > 6 || ownB > 6 || head + tail === 0) return undefined
  return a.slice(0, head) + a.slice(a.length - tail)
}
