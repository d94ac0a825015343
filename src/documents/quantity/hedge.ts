import type { Hedge, QuantityKind } from './quantity.ts'
import type { NumberToken } from './read-number.ts'

interface Counted {
  token: NumberToken
  kind: QuantityKind
  unitEnd: number
  after: string
}

const before: [Hedge, RegExp][] = [
  ['at-most', /(?:不超过|不超|不高于|不多于|不大于|至多|最多|最高|顶多)(?:为|达|有)?$/],
  [
    'at-least',
    /(?:不少于|不低于|不小于|不下于|不下|至少|最少|起码|最低|大于等于|高于等于)(?:为|有|进行|组织|开展|举办|确定|出|增设|\S{0,6})?$/,
  ],
  ['under', /(?:不足|不到|不满|低于|少于|小于|未满|未达|未到|不及|缩短至|控制在)$/],
  [
    'about',
    /(?:大约|约为|约有|约占|(?<![节签预履解公特违契])约|大概|接近|将近|(?<![附邻临就亲])近|左右|估计|预计约)(?:有|为|在|达)?$/,
  ],
  ['over', /(?:超过|突破|超出|超|逾|多于|大于|高于|[^通经]过|上)了?(?:了|近)?$/],
]

const least = /(?:不少于|不低于|不下于|至少|最少|起码)[^,。;:、\d]{0,8}$/

/** How firmly a number is stated, from the words around it. */
export const hedgeOf = (text: string, counted: Counted): Hedge => {
  const { token, after } = counted
  const left = text.slice(Math.max(0, token.start - 12), token.start).trimEnd()
  const right = text.slice(counted.unitEnd, counted.unitEnd + 6)
  const spell = counted.kind === 'duration' || counted.kind === 'age'
  if (/^[的]?(?:以上|及以上|起(?=[,。;、)]))/.test(right)) return 'at-least'
  if (/^[的]?(?:及?以下|之下|封顶)/.test(right)) return 'at-most'
  if (/^(?:以内|之内|内(?![部容外设陆地蒙涵销需的]))/.test(right)) return 'under'
  for (const [hedge, pattern] of before) {
    const match = pattern.exec(left)
    if (!match) continue
    if (match[0].startsWith('近') && spell && !/接近|将近/.test(match[0])) continue
    if (hedge === 'over' && match[0] === '上' && !token.bareMagnitude) continue
    if (
      hedge === 'over' &&
      /^.过/.test(match[0]) &&
      !/超过/.test(match[0]) &&
      !token.bareMagnitude &&
      token.low < 1e4
    )
      continue
    if (match[0] === '左右') continue
    return hedge
  }
  if (least.test(left)) return 'at-least'
  if (/^(?:左右|上下|前后|出头)/.test(right)) return 'about'
  if (after === '来' || token.inner === 'about') return 'about'
  if (/^[多余几]$/.test(after) || token.inner === 'over') return 'over'
  if (/^余(?![个名项])|^多(?![种样方元\d])/.test(right) && counted.kind !== 'percent') return 'over'
  if (token.range) return 'range'
  return 'exact'
}
