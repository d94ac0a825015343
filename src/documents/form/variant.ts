import { generic } from './bare-words.ts'
import { entityOf, lexicon } from './lexicon.ts'
import { ambiguous, type Match, mapped } from './match.ts'
import { reduced } from './near.ts'
import { questionsRead } from './questions.ts'
import type { Subject } from './subject.ts'

/** The words reduced, or without what seldom changes the meaning; `phrase` looks words up as they stand. */
export const variantOf = (
  words: string,
  subject: Subject,
  phrase: (words: string) => Match | null,
): Match | null => {
  if (/^残疾(?:类别|种类|类型)(?:及|和|与|、)?(?:残疾)?(?:等级|级别)$/.test(words))
    return mapped('disability.kind', 0.95, '类别及等级')
  const arrival = /^来(?![访电信件文])[^源]{1,3}(?:(事由|原因|目的)|(?:时间|日期))$/.exec(words)
  if (arrival && subject.kind === 'person')
    return mapped(arrival[1] ? 'residence.inflowReason' : 'residence.inflowDate', 0.9)
  const short = reduced(words, subject)
  if (short?.status === 'mapped') return short
  const tries = [
    ...questionsRead(words),
    words.replace(/^(现|目前|当前|主要|具体|详细|个人|本人|所在|所属|实际|家庭成员|是否|有无)/, ''),
    words.replace(/(情况|信息|名称|代码|说明|全称|\(.*\))$/, ''),
    `是否${words}`,
    `${words}号`,
    words.replace(/编号$|证号$|编码$/, '号'),
    words.replace(/名字$/, '名称'),
    words.replace(/^(当月|本月|本期|期末|年末|本年)/, ''),
    words.replace(/日期$/, '时间'),
    words.replace(/时间$/, '日期'),
    words.replace(/种类$|类型$/, '类别'),
    words.replace(/类别$|种类$/, '类型'),
    words.replace(/状况$|状态$/, '情况'),
    words.replace(/情况$/, '状况'),
  ]
  for (const other of tries) {
    if (other === words || other.length < 3 || generic.has(other)) continue
    const keys = lexicon.get(other)
    const match = keys?.length === 1 ? phrase(other) : null
    if (match?.status === 'mapped')
      return subject.core.has(entityOf(match.key!)) ? { ...match, confidence: 0.86 } : ambiguous([match.key!])
  }
  // 整改措施及完成情况 asks for more than the element holds.
  const first = /^(.{3,})(?:及|和|与).{1,6}$/.exec(words)?.[1]
  const leading = first === undefined ? null : phrase(first)
  return short ?? (leading?.status === 'mapped' ? ambiguous([leading.key!]) : null)
}
