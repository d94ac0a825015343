import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type MarkedFigure, readFigures } from '../figures/index.ts'
import { parseXml } from '../opc/index.ts'
import { type OfficialBlock, type OfficialDocument, writeOfficial } from './index.ts'

const figure = (id: string, text: string): MarkedFigure => ({
  id,
  metric: 'disability.certified',
  title: '持证残疾人数',
  area: '110105001',
  areaName: '和平街道',
  from: null,
  asOf: '2025-11-30',
  knownAt: '2025-12-01T01:02:03.000Z',
  value: Number(text),
  text,
  unit: '人',
  hash: 'ab12',
})
const block = (kind: OfficialBlock['kind'], text: string): OfficialBlock => ({
  kind,
  spans: [{ text, figure: null }],
})
const cell = (text: string, id: string | null = null) => [{ text, figure: id }]

const report: OfficialDocument = {
  title: '和平街道残疾人工作情况汇报',
  subtitle: '（2025年11月）',
  author: '和平街道办事处',
  createdAt: '2025-12-01T00:00:00Z',
  blocks: [
    block('heading1', '一、基本情况'),
    {
      kind: 'paragraph',
      spans: [
        { text: '共有持证残疾人', figure: null },
        { text: '1191', figure: 'f1' },
        { text: '人 & <其他>\u0007。', figure: null },
      ],
    },
    block('heading2', '（一）分社区情况'),
    block('heading3', '1.名册'),
    { kind: 'tableRow', spans: [], cells: [cell('社区'), cell('人数')] },
    { kind: 'tableRow', spans: [], cells: [cell('东湖社区'), cell('201', 'f2')] },
    block('signature', '和平街道办事处'),
    block('signature', '2025年12月1日'),
  ],
}
const manifest = {
  report: '0b6a3c1e-6f0f-4f6e-9a53-0d4f8f3a1b22',
  verify: 'https://youju.example/verify',
  figures: [figure('f1', '1191'), figure('f2', '201')],
}
const partsOf = (docx: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]))

describe('an official document', () => {
  it('lays out the page as GB/T 9704-2012 says', async () => {
    const xml = partsOf(await writeOfficial(report))['word/document.xml']!
    const attribute = (name: string) => Number(xml.match(new RegExp(` w:${name}="(-?\\d+)"`))?.[1])
    const millimetres = (twips: number) => (twips / 1440) * 25.4
    expect(millimetres(attribute('top'))).toBeCloseTo(37, 1)
    expect(millimetres(Number(xml.match(/<w:pgMar[^>]* w:left="(\d+)"/)?.[1]))).toBeCloseTo(28, 1)
    const right = Number(xml.match(/<w:pgMar[^>]* w:right="(\d+)"/)?.[1])
    const width = Number(xml.match(/<w:pgSz[^>]* w:w="(\d+)"/)?.[1])
    const left = Number(xml.match(/<w:pgMar[^>]* w:left="(\d+)"/)?.[1])
    expect(millimetres(width - left - right)).toBeCloseTo(156, 1)
    const pitch = attribute('linePitch')
    const height = 16838 - attribute('top') - attribute('bottom')
    expect(Math.floor(height / pitch)).toBe(22)
  })

  it('names the fonts of the standard with fallbacks, and lets no theme replace them', async () => {
    const parts = partsOf(await writeOfficial(report))
    for (const name of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312', '宋体']) {
      expect(parts['word/fontTable.xml']).toMatch(
        new RegExp(`<w:font w:name="${name}"><w:altName w:val="[^"]+"/>`),
      )
      expect(parts['word/styles.xml']).toContain(`w:eastAsia="${name}"`)
    }
    expect(parts['word/styles.xml']).not.toMatch(/w:(ascii|eastAsia)Theme/)
  })

  it('numbers pages on the outer edges', async () => {
    const parts = partsOf(await writeOfficial(report))
    const footers = Object.keys(parts).filter((name) => /^word\/footer\d\.xml$/.test(name))
    expect(footers.map((name) => parts[name]!.match(/w:jc w:val="(\w+)"/)?.[1]).sort()).toEqual([
      'left',
      'right',
    ])
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders')
  })

  it('marks every figure, in tables too, and can be read back', async () => {
    const read = readFigures(await writeOfficial(report, manifest))
    expect(read).toMatchObject({
      ok: true,
      value: {
        report: manifest.report,
        figures: [
          { id: 'f1', expectedText: '1191', text: '1191' },
          { id: 'f2', expectedText: '201', text: '201' },
        ],
      },
    })
  })

  it('holds plain numbers without a manifest', async () => {
    const docx = await writeOfficial(report)
    expect(readFigures(docx)).toEqual({ ok: true, value: 'none' })
    const text = partsOf(docx)['word/document.xml']!.replace(/<[^>]+>/g, '')
    expect(text).toContain('共有持证残疾人1191人 &amp; &lt;其他&gt;。')
    expect(text).not.toMatch(/[\uFDD0-\uFDD2]/)
  })

  it('is well-formed in every part and the same bytes each time', async () => {
    const docx = await writeOfficial(report, manifest)
    for (const [name, text] of Object.entries(partsOf(docx)))
      expect([name, parseXml(text).ok]).toEqual([name, true])
    expect(await writeOfficial(report, manifest)).toEqual(docx)
  })
})
