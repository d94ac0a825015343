/**
 * A header's words reduced to what they ask for, so that 主要致贫原因, 致贫的原因 and 致贫原因 are one, and so are
 * 失业日期 and 失业时间. Telephones and mobiles, places and addresses stay apart: they are different elements.
 */
export const canonical = (words: string): string => {
  let text = words.replace(/[的之]/g, '').replace(/\(.*?\)|\/.*$/g, '')
  for (let round = 0; round < 2; round++) {
    const shorter = text.replace(
      /^(?:现|目前|当前|主要|具体|详细|个人|本人|所在|所属|实际|家庭成员|是否为?|有无|已经?|本次|本月|本年|本季|当月|全国|填报|城乡|其中|享受)(?=.{2,})/,
      '',
    )
    if (shorter === text) break
    text = shorter
  }
  for (const [pattern, one] of equal) text = text.replace(pattern, one)
  return text
}

const equal: readonly (readonly [RegExp, string])[] = [
  [/起始时间|起始日期|起始年月|开始日期|起算时间/, '开始时间'],
  [/年月日|日期|年月/, '时间'],
  [/种类|类型|分类/, '类别'],
  [/状况|状态|情形|现状/, '情况'],
  [/级别|程度/, '等级'],
  [/号码|编码|编号/, '号'],
  [/名字|名称/, '名'],
  [/姓名$/, '名'],
  [/联系电话|电话号/, '电话'],
  [/手机号/, '手机'],
  [/人数|人口数|总数|数量|个数/, '数'],
  [/原由|缘由|事由/, '原因'],
  [/地址|住址/, '址'],
  [/意愿/, '意向'],
  [/需求及诉求|困难需求/, '困难及需求'],
  [/结果$/, '结果'],
]

/** How alike two texts are, 0 to 1: pairs of neighbouring characters that they share (Dice). */
export const likeness = (one: string, other: string): number => {
  if (one === other) return 1
  const [a, b] = [one.length - 1, other.length - 1]
  if (a < 1 || b < 1) return 0
  let shared = 0
  for (let at = 0; at < a; at++) if (other.includes(one.slice(at, at + 2))) shared++
  return (2 * Math.min(shared, b)) / (a + b)
}
