import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type MarkedFigure, readFigures } from '../figures/index.ts'
import { minimalDocx, paragraph, tableRow } from '../opc/minimal-docx.fixture.ts'
import { checkTemplate, inspectTemplate, renderTemplate } from './index.ts'

const catalogue = [
  { name: 'disability.certified', title: '持证残疾人数', synonyms: ['残疾人总数'] },
  { name: 'disability.severe', title: '重度残疾人数', synonyms: [] },
  { name: 'elderly.total', title: '老年人数', synonyms: ['老人数'] },
  { name: 'elderly.living', title: '居家老年人数', synonyms: ['老人数'] },
]
const inspected = (docx: Uint8Array) => {
  const read = inspectTemplate(docx)
  if (!read.ok) throw new Error(read.message)
  return read.value
}
const faults = (body: string) => {
  const { tags, faults: broken } = inspected(minimalDocx(body))
  return [...broken, ...checkTemplate(tags, catalogue)]
}
const messages = (body: string) => faults(body).map(({ message }) => message)
const textOf = (docx: Uint8Array, part = 'word/document.xml') =>
  strFromU8(unzipSync(docx)[part]!)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .trim()
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`

describe('the tags of a template', () => {
  it('are told with their place, runs and all', () => {
    const body =
      paragraph('关于') +
      paragraph('') +
      paragraph('截至{截止', '日期}，共有{ 持证残疾人数 ｜同比}') +
      table(tableRow('社区', '人数'), tableRow('{#各社区}{名称}', '{disability.certified}{/各社区}'))
    const { tags } = inspected(minimalDocx(body, { header: paragraph('{单位}') }))
    expect(tags.map(({ tag, kind, inLoop, place }) => [tag, kind, inLoop, place.text])).toEqual(
      expect.arrayContaining([
        ['截止日期', 'value', false, '正文第 2 段“截至{截止日期}，共有{ 持证残疾人数 …”'],
        ['持证残疾人数|同比', 'value', false, expect.stringMatching(/^正文第 2 段/)],
        ['各社区', 'loop', false, '正文第 1 个表格第 2 行第 1 列“{#各社区}{名称}”'],
        ['名称', 'value', true, expect.stringContaining('第 2 行第 1 列')],
        ['disability.certified', 'value', true, expect.stringContaining('第 2 行第 2 列')],
        ['各社区', 'loopEnd', false, expect.stringContaining('第 2 行第 2 列')],
        ['单位', 'value', false, '页眉第 1 段“{单位}”'],
      ]),
    )
  })

  it('pass the check by name, title, synonym, context and change', () => {
    const good = '{disability.certified}{持证残疾人数}{残疾人总数|同比}{重度残疾人数|上年}{区域}{标题}'
    expect(faults(paragraph(good) + paragraph('{#各社区}{名称}{序号}{持证残疾人数}{/各社区}'))).toEqual([])
  })

  it('that nobody knows come with the nearest names', () => {
    expect(faults(paragraph('其中{残疾人数|同比}人'))).toMatchObject([
      { kind: 'unknown', tag: '残疾人数|同比', suggestions: expect.arrayContaining(['持证残疾人数|同比']) },
    ])
    expect(messages(paragraph('其中{disability.certifed}人'))).toEqual([
      '正文第 1 段“其中{disability.certifed}人”：没有名为“disability.certifed”的指标。您要写的是不是“{持证残疾人数}”、“{重度残疾人数}”？',
    ])
    expect(messages(paragraph('{天气}'))[0]).toContain('请在“指标目录”里查找')
  })

  it('that are ambiguous, misplaced or typed in full width are told', () => {
    expect(faults(paragraph('{老人数}'))).toMatchObject([
      { kind: 'ambiguous', suggestions: ['elderly.total', 'elderly.living'] },
    ])
    expect(messages(paragraph('{名称}'))[0]).toContain('只能写在“{#各社区}”和“{/各社区}”之间')
    expect(messages(paragraph('{持证残疾人数|环比}'))[0]).toContain('没有“|环比”这种写法')
    expect(messages(paragraph('{区域|同比}'))[0]).toContain('请删去')
    expect(messages(paragraph('共｛持证残疾人数｝人，｛注｝'))).toHaveLength(1)
    expect(messages(paragraph('{}'))[0]).toContain('没有内容')
    expect(messages(paragraph('{#各网格}x{/各网格}'))[0]).toContain('“{#各社区}”')
    expect(messages(paragraph('{^各社区}x{/各社区}'))[0]).toContain('不支持')
    expect(messages(paragraph('{#各社区}{#各社区}x{/各社区}{/各社区}'))[0]).toContain('不能再套循环')
  })

  it('that are broken are told where and how to mend them', () => {
    const cases: [string, string][] = [
      [
        paragraph('甲') + paragraph('乙&共{持证残疾人数') + paragraph('丙'),
        '正文第 2 段“乙&共{持证残疾人数”：“{持证残疾人数',
      ],
      [paragraph('共持证残疾人数}人'), '少了左花括号'],
      [paragraph('{{持证残疾人数}}'), '只用一对'],
      [paragraph('{#各社区}{名称}'), '循环“{#各社区}”没有结束'],
      [paragraph('{名称}{/各社区}'), '没有循环的开头'],
      [paragraph('{#各社区}x{/社区}'), '却以“{/社区}”结束'],
      [paragraph('{@标题}后'), '“@”开头'],
      [paragraph('{#各社区}') + table(tableRow('{/各社区}')), '同在'],
    ]
    for (const [body, part] of cases) expect(messages(body).join('\n')).toContain(part)
  })

  it('never make the inspection throw', () => {
    const bit = fc.constantFrom(
      '{',
      '}',
      '#各社区',
      '/各社区',
      '/',
      '持证残疾人数',
      '|',
      '同比',
      '甲',
      '^',
      '@',
      '-w:tr ',
      '=',
      '&',
      ' ',
    )
    const line = fc.array(bit, { maxLength: 8 }).map((bits) => paragraph(bits.join('')))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        for (const { message } of faults(lines.join(''))) expect(message).toMatch(/[\u4e00-\u9fff].*[。？]$/)
      }),
    )
  })
})

const figure = (id: string, text: string): MarkedFigure => ({
  id,
  metric: 'disability.certified',
  title: '持证残疾人数',
  area: '110105001',
  areaName: '和平街道',
  from: null,
  asOf: '2025-11-30',
  knownAt: '2025-12-01T01:02:03.000Z',
  value: 1,
  text,
  unit: '人',
  hash: 'ab12',
})
const manifest = (...figures: MarkedFigure[]) => ({ report: 'r1', verify: 'https://youju.example', figures })

describe('a template filled in', () => {
  const body =
    paragraph('{区域}共{持证残疾人数}人，较上年同期{持证残疾人数|同比}。') +
    table(tableRow('社区', '人数'), tableRow('{#各社区}{名称}', '{持证残疾人数}{/各社区}'))
  const values = {
    区域: '和平街道',
    持证残疾人数: { figure: 'a', text: '503' },
    '持证残疾人数|同比': { figure: 'b', text: '增长3.2%' },
    各社区: [
      { 名称: '东湖社区', 持证残疾人数: { figure: 'c', text: '201' } },
      { 名称: '西湖 & <b>', 持证残疾人数: { figure: 'd', text: '302' } },
    ],
  }

  it('holds the values, and marked figures that read back', () => {
    const filled = renderTemplate(
      minimalDocx(body),
      values,
      manifest(figure('a', '503'), figure('b', '增长3.2%'), figure('c', '201'), figure('d', '302')),
    )
    expect(textOf(filled).replaceAll('&#38;', '&').replaceAll('&#60;', '<').replaceAll('&#62;', '>')).toBe(
      '和平街道共503人，较上年同期增长3.2%。\n社区\n人数\n东湖社区\n201\n西湖 & <b>\n302',
    )
    const read = readFigures(filled)
    expect(read.ok && read.value !== 'none' && read.value.figures.map(({ id, text }) => [id, text])).toEqual([
      ['a', '503'],
      ['b', '增长3.2%'],
      ['c', '201'],
      ['d', '302'],
    ])
  })

  it('holds plain text without a manifest', () => {
    const filled = renderTemplate(minimalDocx(body), values)
    expect(textOf(filled)).toContain('和平街道共503人')
    expect(readFigures(filled)).toEqual({ ok: true, value: 'none' })
  })

  it('refuses to fill a community with the number of the whole', () => {
    const forgetful = { ...values, 各社区: [{ 名称: '东湖社区' }] }
    expect(() => renderTemplate(minimalDocx(body), forgetful)).toThrow('持证残疾人数')
    const { 区域: _, ...without } = values
    expect(() => renderTemplate(minimalDocx(body), without)).toThrow('区域')
  })

  it('takes figures in properties and the context of a loop as plain text', () => {
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>{标题}：{持证残疾人数}</dc:title></cp:coreProperties>'
    const docx = minimalDocx(paragraph('{#各社区}{区域}{名称} {/各社区}{持证残疾人数}'), {
      extra: { 'docProps/core.xml': core },
    })
    const filled = renderTemplate(docx, { ...values, 标题: '汇报' }, manifest(figure('a', '503')))
    expect(textOf(filled)).toMatch(/^和平街道东湖社区 和平街道西湖.* 503$/)
    expect(strFromU8(unzipSync(filled)['docProps/core.xml']!)).toContain('<dc:title>汇报：503</dc:title>')
  })

  it('does not take the prototype for values', () => {
    expect(() => renderTemplate(minimalDocx(paragraph('{constructor}')), values)).toThrow('constructor')
  })
})

describe('a file that is no template', () => {
  it('is refused with a reason', () => {
    const macro = minimalDocx(paragraph('{区域}'), { extra: { 'word/vbaProject.bin': 'x' } })
    expect(inspectTemplate(macro)).toMatchObject({ ok: false, message: expect.stringContaining('宏') })
    const entity = minimalDocx(paragraph('x'), {
      extra: { 'word/document.xml': '<!DOCTYPE a><w:document/>' },
    })
    expect(inspectTemplate(entity)).toMatchObject({ ok: false, message: expect.stringContaining('DOCTYPE') })
    expect(inspectTemplate(new Uint8Array([1, 2, 3]))).toMatchObject({ ok: false })
    const bomb = minimalDocx(paragraph('x'), { extra: { 'word/media/x.bin': '0'.repeat(70_000_000) } })
    expect(inspectTemplate(bomb)).toMatchObject({ ok: false, message: expect.stringContaining('过大') })
  })
})
