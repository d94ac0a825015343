import { readFileSync } from 'node:fs'
import type { RowCondition, RowSet } from '../../src/documents/form/plan.ts'
import { proposeRowSet } from '../../src/documents/form/row-set.ts'

/**
 * `title|condition;condition`, a line each, written before the rules were looked at: `person.age>=60`,
 * `person.age<18`, `person.sex=女`, or only the key or the ledger where the words leave the value open.
 */
const titles = readFileSync(new URL('titles.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [title = '', stated = ''] = line.split('|')
    return { title, stated: stated.split(';') }
  })

const asText = ({ key, is, value }: RowCondition) =>
  `${key}${is === 'at-least' ? '>=' : is === 'below' ? '<' : '='}${[value].flat().join(',')}`

const isProposed = (stated: string, { conditions, ledgers }: RowSet): boolean =>
  /[<=]/.test(stated)
    ? conditions.some((one) => asText(one) === stated)
    : ledgers.includes(stated) || conditions.some(({ key }) => key === stated || key.startsWith(`${stated}.`))

/** The share of titles for which everything stated is proposed; what is proposed besides is not counted. */
export const scoreTitles = () => {
  const missed = titles.filter(({ title, stated }) => {
    const rowSet = proposeRowSet(title, ['序号', '姓名', '身份证号', '联系电话'])
    return !stated.every((one) => isProposed(one, rowSet))
  })
  return {
    titles: titles.length,
    proposed: (titles.length - missed.length) / titles.length,
    missed: missed.map(({ title }) => title),
  }
}
