import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { checkReport } from '../../documents/check/index.ts'
import type { ServerModule } from '../../platform/server/http/module.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { at, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { compareWithLedgers } from './actions/compare-with-ledgers.ts'
import { forgetSynonym } from './actions/forget-synonym.ts'
import { learnSynonym } from './actions/learn-synonym.ts'
import { passagesOf } from './against/passages-of.ts'
import { reportsServer } from './server.ts'
import { openSmallOffice } from './testing/small-office.ts'

type Answer = z.infer<typeof compareWithLedgers.contract.output>
type Result = Answer['results'][number]

let house: TestOffice
let clerk: Actor
let other: Actor
let officer: Actor
beforeAll(async () => {
  house = await openSmallOffice()
  clerk = await house.hire('clerk', at('north'))
  other = await house.hire('clerk', at('south'))
  officer = await house.hire('officer', at('subdistrict'))
})
afterAll(() => house.close())

const compare = async (
  text: string,
  actor = clerk,
  area = at('north'),
  asOf = '2025-11-20',
): Promise<Result[]> => {
  const checked = checkReport({ text })
  if (!checked.ok) throw new Error(checked.message)
  const answer = (await house.run(actor, compareWithLedgers, {
    area,
    asOf,
    passages: passagesOf(checked.value),
  })) as Answer
  return answer.results
}
const first = async (...given: Parameters<typeof compare>): Promise<Result> => (await compare(...given))[0]!
/** What the ledgers hold, by a number that is certainly another. */
const truth = async (sentence: string, actor = clerk, area = at('north')): Promise<number> => {
  const told = await first(sentence.replace('{}', '987654'), actor, area)
  expect(told.verdict).toBe('differs')
  return told.figure!.value!
}

describe('a number of a report held against the ledgers', () => {
  it('is confirmed where it is the ledger’s, with the figure behind it', async () => {
    const sentence = '截至2025年10月底，社区共有残疾人{}人。'
    const value = await truth(sentence)
    const told = await first(sentence.replace('{}', String(value)))
    expect(told).toMatchObject({
      verdict: 'confirmed',
      figure: { metric: 'disability.total', area: at('north'), asOf: '2025-10-31', value },
      difference: null,
    })
    expect(told.message).toContain('与台账一致')
  })

  it('differs by what it differs, with the definition', async () => {
    const value = await truth('现有一级残疾人{}人。')
    const told = await first(`现有一级残疾人${value + 3}人。`)
    expect(told).toMatchObject({
      verdict: 'differs',
      difference: 3,
      figure: { metric: 'disability.total;level=1', value },
    })
    expect(told.figure!.description).toContain('残疾')
  })

  it('is confirmed when hedged or rounded, as far as that reaches', async () => {
    const value = await truth('现有常住居民{}人。')
    const near = Math.round(value / 10) * 10
    expect((await first(`现有常住居民约${near}人。`)).verdict).toBe('confirmed')
    expect((await first(`现有常住居民约${near * 2}人。`)).verdict).toBe('differs')
  })

  it('cannot be told where the words leave open what, where or when', async () => {
    const [value, south] = [
      await truth('现有残疾人{}人。'),
      await truth('现有残疾人{}人。', other, at('south')),
    ]
    for (const sentence of [
      `走访慰问残疾人${value}人。`,
      `翠竹社区共有残疾人${value}人。`,
      `计划年底前登记残疾人${value}人。`,
      `新增残疾人${value}人。`,
      `城南社区共有残疾人${south}人。`,
      `截至2025年12月底，共有残疾人${value}人。`,
    ])
      expect([sentence, (await first(sentence)).verdict]).toEqual([sentence, 'unknown'])
  })

  it('is not in the catalogue where no metric counts such a thing', async () => {
    const told = await first('社区建成口袋公园12个。')
    expect(told).toMatchObject({ verdict: 'unlisted', figure: null, candidates: [] })
  })

  it('speaks of the area that the sentence names, as far as one may see it', async () => {
    const sentence = '城南社区现有残疾人{}人。'
    const value = await truth(sentence, officer, at('subdistrict'))
    const told = await first(sentence.replace('{}', String(value)), officer, at('subdistrict'))
    expect(told).toMatchObject({ verdict: 'confirmed', figure: { area: at('south') } })
  })

  it('takes a table by the heads of its rows and columns', async () => {
    const cell = (row: number, column: number) => ({ table: 0, row, column, span: 1 })
    const value = await truth('城北社区现有残疾人{}人。')
    const rows = [
      ['社区', '残疾人数（人）'],
      ['城北社区', `${value}人`],
    ]
    let text = ''
    const paragraphs = rows.flatMap((cells, row) =>
      cells.map((words, column) => {
        const start = text.length
        text += `${words}\n`
        return { start, end: text.length - 1, kind: 'cell' as const, cell: cell(row, column) }
      }),
    )
    const checked = checkReport({ text, paragraphs })
    if (!checked.ok) throw new Error(checked.message)
    const { results } = (await house.run(officer, compareWithLedgers, {
      area: at('subdistrict'),
      asOf: '2025-11-20',
      passages: passagesOf(checked.value),
    })) as Answer
    expect(results).toMatchObject([{ verdict: 'confirmed', figure: { area: at('north') } }])
  })

  it('is refused for another’s area', async () => {
    await expect(compare('现有残疾人12人。', other)).rejects.toThrow('不在您的辖区')
  })
})

describe('a way of saying that a person taught', () => {
  const learn = async (actor: Actor, area: string, phrase: string, metric: string | null) =>
    ((await house.run(actor, learnSynonym, { area, phrase, metric })) as { id: string }).id
  const list = async (actor: Actor) => {
    const reader = (reportsServer as ServerModule).readers.find(
      ({ route }) => route.path === '/api/report-synonyms',
    )!
    return (await reader.answer(house.repository(actor), { params: {}, query: {} }, house.office)) as {
      synonyms: { id: string; phrase: string; learnedBy: string; own: boolean }[]
    }
  }

  it('is used from then on in that area and below, told with who taught it, and can be removed', async () => {
    const sentence = '社区现有暖心帮扶户主12人。'
    const before = await first(sentence)
    expect(before.verdict).not.toBe('differs')
    const id = await learn(clerk, at('north'), before.phrase, 'assistance.total')
    expect(await first(sentence)).toMatchObject({
      verdict: 'differs',
      figure: { metric: 'assistance.total' },
    })
    expect((await list(clerk)).synonyms).toMatchObject([{ id, learnedBy: clerk.name, own: true }])
    expect((await list(other)).synonyms).toEqual([])

    await house.run(clerk, forgetSynonym, { id })
    expect((await first(sentence)).verdict).toBe(before.verdict)
    expect((await list(clerk)).synonyms).toEqual([])
  })

  it('reaches down from the subdistrict, and cannot be removed from below', async () => {
    const id = await learn(officer, at('subdistrict'), '光荣之家成员', null)
    expect(await first('现有光荣之家成员20人。')).toMatchObject({ verdict: 'unlisted' })
    await expect(house.run(clerk, forgetSynonym, { id })).rejects.toThrow('没有找到')
    expect((await list(clerk)).synonyms).toMatchObject([{ id, own: false }])
    await house.run(officer, forgetSynonym, { id })
  })

  it('is refused outside one’s area, and for a metric that is none', async () => {
    await expect(learn(clerk, at('south'), '某种说法', 'disability.total')).rejects.toThrow('辖区')
    await expect(learn(clerk, at('north'), '某种说法', 'no.such')).rejects.toThrow('指标目录里没有')
    await expect(house.run(clerk, forgetSynonym, { id: randomUUID() })).rejects.toThrow('没有找到')
  })
})
