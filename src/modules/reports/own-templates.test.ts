import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocx } from '../../documents/docx/index.ts'
import { readFigures } from '../../documents/figures/index.ts'
import { minimalDocx, paragraph, tableRow } from '../../documents/opc/minimal-docx.fixture.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { at, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { addTemplate } from './actions/add-template.ts'
import { createReport } from './actions/create-report.ts'
import { getReport, type ReportView } from './contract.ts'
import { reportsServer } from './server.ts'
import { openSmallOffice } from './testing/small-office.ts'
import { reportDocument, templateExample } from './views/downloads.ts'
import { listTemplates } from './views/list-templates.ts'

let house: TestOffice
let officer: Actor
let head: Actor
let southern: Actor
beforeAll(async () => {
  house = await openSmallOffice()
  officer = await house.hire('officer', at('subdistrict'))
  head = await house.hire('head', at('north'))
  southern = await house.hire('head', at('south'))
})
afterAll(() => house.close())

const upload = async (actor: Actor, bytes: Uint8Array, title = '助残月报') => {
  const file = await house.office.files.put(house.repository(actor), { name: 'a.docx', type: '', bytes })
  return (await house.run(actor, addTemplate, { file: file.id, title })) as { name: string }
}
const create = async (actor: Actor, template: string, area: string) =>
  (await house.run(actor, createReport, { template, area, period: '2025-10' })) as { id: string }
const reportOf = async (actor: Actor, id: string) => {
  const reader = reportsServer.readers.find(({ route }) => route.path === getReport.path)!
  return (await reader.answer(
    house.repository(actor),
    { params: { id }, query: {} },
    house.office,
  )) as ReportView
}
const offered = async (actor: Actor) =>
  (await listTemplates(house.repository(actor))).templates.filter(({ builtIn }) => !builtIn)

const body =
  paragraph('截至{截止日期}，{区域}残疾人{残疾人数}人，上年{残疾人数|上年}人，{残疾人数|同比}。{单位}') +
  `<w:tbl>${tableRow('社区', '残疾人')}${tableRow('{#各社区}{名称}', '{disability.total}{/各社区}')}</w:tbl>`

describe('an office’s own template', () => {
  it('is filled in with figures, on paper and on the screen alike', async () => {
    const { name } = await upload(officer, minimalDocx(body))
    const { id } = await create(officer, name, at('subdistrict'))
    const report = await reportOf(officer, id)
    expect(report).toMatchObject({ title: '幸福街道2025年10月助残月报', templateTitle: '助残月报' })
    const { bytes } = await reportDocument.run(house.repository(officer), { id }, house.office)
    const marks = readFigures(bytes)
    if (!marks.ok || marks.value === 'none') throw new Error('no marks')
    expect(marks.value.figures.map(({ id: figure, text }) => [figure, text])).toEqual(
      report.figures.map(({ id: figure, text }) => [figure, text]),
    )
    const read = readDocx(bytes)
    const onScreen = report.blocks.flatMap(({ spans, cells }) =>
      [spans, ...(cells ?? [])].map((line) => line.map(({ text }) => text).join('')).filter(Boolean),
    )
    expect(read.ok && read.value.text.split('\n').filter(Boolean)).toEqual(onScreen)
    expect(onScreen[0]).toMatch(
      /^截至2025年10月31日，幸福街道残疾人\d+人，上年\d+人，增长[\d.]+%。幸福街道办事处$/,
    )
    expect(report.blocks.slice(1).map(({ kind, cells }) => [kind, cells?.[0]?.[0]?.text])).toEqual([
      ['tableRow', '社区'],
      ['tableRow', '城北社区'],
      ['tableRow', '城南社区'],
    ])
    expect(
      report.blocks
        .flatMap(({ spans, cells }) => [...spans, ...(cells ?? []).flat()])
        .filter((s) => s.figure),
    ).toHaveLength(report.figures.length)
    const [whole, before] = report.figures
    expect(before).toMatchObject({ asOf: '2024-10-31', value: whole!.lastYear })
  })

  it('is offered where it was made and below, nowhere else', async () => {
    const { name } = await upload(head, minimalDocx(paragraph('{残疾人数}')), '城北模板')
    const names = async (actor: Actor) => (await offered(actor)).map((each) => each.name)
    expect(await names(head)).toContain(name)
    expect(await names(officer)).toContain(name)
    expect(await names(southern)).not.toContain(name)
    expect((await offered(southern)).map(({ title, figures }) => [title, figures])).toEqual([['助残月报', 1]])
    for (const unknown of [name, 'no-such-template'])
      await expect(create(southern, unknown, at('south'))).rejects.toMatchObject({
        code: 'template.not_found',
      })
  })

  it('with wrong tags is refused, each with its place and the nearest names', async () => {
    await expect(
      upload(head, minimalDocx(paragraph('共{残疾人人数}人，{天气}') + paragraph('{居民') + paragraph('x'))),
    ).rejects.toMatchObject({
      code: 'template.invalid',
      places: [
        { message: expect.stringMatching(/^正文第 2 段“{居民”：.*少了右花括号/) },
        {
          field: '残疾人人数',
          message: expect.stringMatching(/^正文第 1 段“.*”：没有名为“残疾人人数”的指标。.*“\{残疾人数\}”/),
        },
        { field: '天气', message: expect.stringContaining('指标目录') },
      ],
    })
    await expect(upload(head, minimalDocx(paragraph('没有标记')))).rejects.toMatchObject({
      code: 'template.invalid',
    })
    await expect(upload(head, new Uint8Array([1, 2, 3]))).rejects.toMatchObject({ code: 'file.unreadable' })
  })

  it('of somebody else’s file is not taken', async () => {
    const file = await house.office.files.put(house.repository(officer), {
      name: 'a.docx',
      type: '',
      bytes: minimalDocx(paragraph('{残疾人数}')),
    })
    await expect(house.run(head, addTemplate, { file: file.id, title: '别人的' })).rejects.toMatchObject({
      code: 'file.not_found',
    })
  })
})

describe('the example', () => {
  it('is a template that works as it comes', async () => {
    const { bytes } = await templateExample.run(house.repository(head), {}, house.office)
    const { name } = await upload(officer, bytes, '样例')
    const { id } = await create(officer, name, at('subdistrict'))
    const report = await reportOf(officer, id)
    expect(report.figures.length).toBeGreaterThan(8)
    const text = report.blocks.flatMap(({ spans }) => spans.map((span) => span.text)).join('')
    expect(text).not.toContain('{')
    expect(text).toContain('幸福街道2025年10月样例')
  })
})
