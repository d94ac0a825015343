import type { Candidate } from '../storage/duplicate-pairs.ts'

/** How likely two records are one person, with the reasons in words. */
export interface Weighed {
  /** 0 to 100. */
  readonly score: number
  readonly reasons: readonly string[]
}

type Sign = readonly [holds: (pair: Candidate) => boolean, points: number, reason: string]

/** Points are our own, chosen so that one sign alone never makes a proposal. */
const signs: readonly Sign[] = [
  [(pair) => pair.same_number, 60, '一方曾用的身份证号与另一方相同'],
  [(pair) => pair.same_name, 30, '姓名相同'],
  [(pair) => pair.same_pinyin && !pair.same_name, 20, '姓名读音相同'],
  [(pair) => pair.same_birth, 25, '出生日期相同'],
  [(pair) => pair.same_mobile, 25, '手机号码相同'],
  [(pair) => pair.same_home, 15, '住在同一套房屋或同一户'],
  [(pair) => !pair.same_sex, -20, '性别不同'],
  [(pair) => pair.other_number && !pair.same_number, -25, '身份证号不同'],
]

/** From this score on two records are proposed for review. */
const proposedFrom = 45

/** Weighs a pair; undefined where it is not worth anybody's time. */
export const weighPair = (pair: Candidate): Weighed | undefined => {
  const held = signs.filter(([holds]) => holds(pair))
  const score = held.reduce((sum, [, points]) => sum + points, 0)
  if (score < proposedFrom) return undefined
  return { score: Math.min(score, 100), reasons: held.map(([, , reason]) => reason) }
}
