import type { RowCondition, RowSet } from './plan.ts'
import { findSubject } from './subject.ts'

const levels: Readonly<Record<string, string>> = { 一: '一级', 二: '二级', 三: '三级', 四: '四级' }

/** Proposes whom the rows are about, from the title: 60周岁以上老年人, 一、二级残疾人. */
export const proposeRowSet = (title: string, headers: readonly string[]): RowSet => {
  const conditions: RowCondition[] = []
  const over = /(\d{1,3})\s*(?:周岁|岁)\s*(?:\(含\))?\s*(?:及)?以上/.exec(title)
  if (over) conditions.push({ words: over[0], key: 'person.age', is: 'at-least', value: Number(over[1]) })
  const under = /(\d{1,3})\s*(?:周岁|岁)\s*(?:及)?(?:以下|以内)|未满\s*(\d{1,3})\s*(?:周岁|岁)/.exec(title)
  if (under)
    conditions.push({
      words: under[0],
      key: 'person.age',
      is: 'below',
      value: Number(under[1] ?? under[2]) + (under[1] ? 1 : 0),
    })
  const span = /(\d{1,3})\s*[-~～至—]\s*(\d{1,3})\s*(?:周岁|岁)/.exec(title)
  if (span)
    conditions.push(
      { words: span[0], key: 'person.age', is: 'at-least', value: Number(span[1]) },
      { words: span[0], key: 'person.age', is: 'below', value: Number(span[2]) + 1 },
    )
  const grade = /([一二三四](?:级)?(?:[、,和及至]?[一二三四](?:级)?)*)级?(?:重度)?残疾/.exec(title)
  if (grade)
    conditions.push({
      words: grade[0],
      key: 'disability.level',
      is: 'one-of',
      value: [...grade[1]!].flatMap((one) => levels[one] ?? []),
    })
  const kinds = [...title.matchAll(/(视力|听力|言语|肢体|智力|精神|多重)残疾/g)].map(([words]) => words)
  if (kinds.length > 0)
    conditions.push({ words: kinds.join('、'), key: 'disability.kind', is: 'one-of', value: kinds })
  return { entity: findSubject(title, headers).entities[0] ?? 'person', conditions }
}
