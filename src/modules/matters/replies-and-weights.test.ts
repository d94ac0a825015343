import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { at, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { createMattersOffice, takeAction } from './testing/matters-office.ts'
import { readMeasures } from './views/measures.ts'
import { readReplies, readTemplates } from './views/replies.ts'

let house: TestOffice
let clerk: Actor
let officer: Actor
let grid: Actor

const act = (actor: Actor, name: string, input: unknown): Promise<unknown> =>
  takeAction(house, actor, name, input)

beforeAll(async () => {
  house = await createMattersOffice()
  clerk = await house.hire('clerk', at('north'))
  officer = await house.hire('officer', at('subdistrict'))
  grid = await house.hire('gridWorker', at('northFirst'))
})
afterAll(() => house.close())

const record = async (category = 'light') => {
  const said = {
    area: at('northFirst'),
    content: '路灯不亮。',
    category,
    channel: 'visit',
    place: '杨柳巷口',
  }
  return ((await act(grid, 'recordMatter', said)) as { id: string }).id
}

describe('templates', () => {
  const template = (more: object = {}) => ({
    area: at('north'),
    use: 'answer',
    category: '',
    title: '通用',
    text: '您反映的{摘要}已由{承办单位}办好。',
    ...more,
  })
  const replies = async (actor: Actor, id: string) =>
    readReplies(house.repository(actor), id, 'Asia/Shanghai')

  it('are filled from the matter, those for its category first, and others left out', async () => {
    await act(clerk, 'saveReplyTemplate', template())
    await act(
      clerk,
      'saveReplyTemplate',
      template({ category: 'light', title: '照明', text: '{地点}的灯修好了。' }),
    )
    await act(clerk, 'saveReplyTemplate', template({ category: 'lift', title: '电梯' }))
    expect((await replies(grid, await record())).map(({ title, text }) => [title, text])).toEqual([
      ['照明', '杨柳巷口的灯修好了。'],
      ['通用', '您反映的路灯不亮已由城北第一网格办好。'],
    ])
    const stranger = await house.hire('clerk', at('south'))
    await expect(replies(stranger, await record())).rejects.toMatchObject({ code: 'record.not_found' })
  })

  it('are kept by who dispatches there, and name what no matter has', async () => {
    await expect(act(clerk, 'saveReplyTemplate', template({ text: '{反映人}您好' }))).rejects.toMatchObject({
      code: 'field.invalid',
      message: expect.stringContaining('{反映人}'),
    })
    await expect(
      act(clerk, 'saveReplyTemplate', template({ area: at('subdistrict') })),
    ).rejects.toMatchObject({
      code: 'right.missing',
    })
    const { id } = (await act(officer, 'saveReplyTemplate', template({ area: at('subdistrict') }))) as {
      id: string
    }
    for (const name of ['saveReplyTemplate', 'removeReplyTemplate'])
      await expect(act(clerk, name, { ...template(), id })).rejects.toMatchObject({
        code: 'record.not_found',
      })
    await act(officer, 'removeReplyTemplate', { id })
    expect((await readTemplates(house.repository(clerk))).map((each) => each.id)).not.toContain(id)
  })
})

describe('weights', () => {
  it('are set from the subdistrict up, sum to a hundred, and make the composite of areas down to communities', async () => {
    const weights = { response: 30, solved: 30, satisfied: 40 }
    await expect(act(clerk, 'setWeights', weights)).rejects.toMatchObject({ code: 'right.missing' })
    await expect(act(officer, 'setWeights', { ...weights, solved: 50 })).rejects.toMatchObject({
      code: 'request.invalid',
    })
    await act(officer, 'setWeights', weights)
    const id = await record()
    await act(grid, 'answerMatter', { id, seen: 1, text: '修好了' })
    await act(clerk, 'recordCallback', {
      id,
      seen: 2,
      reached: true,
      solved: true,
      satisfaction: 'unsatisfied',
    })
    const repository = house.repository(officer)
    const asked = {
      area: at('subdistrict'),
      from: `${repository.today.slice(0, 4)}-01-01`,
      asOf: repository.today,
    }
    const { whole, below } = await readMeasures(repository, house.office, asked)
    expect(whole).toMatchObject({
      response: { value: 100 },
      solved: { value: 100 },
      satisfied: { value: 0 },
      score: 60,
    })
    expect(below.map(({ areaName, score }) => [areaName, score])).toEqual([
      ['城北社区', 60],
      ['城南社区', null],
    ])
    const community = await readMeasures(house.repository(clerk), house.office, {
      ...asked,
      area: at('north'),
    })
    expect(community.below).toEqual([])
  })
})
