import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openWordPackage } from '../opc/index.ts'
import { minimalDocx, paragraph } from '../opc/minimal-docx.fixture.ts'
import { type FigureManifest, figureText, type MarkedFigure, markFigures, readFigures } from './index.ts'

const figure = (id: string, text: string): MarkedFigure => ({
  id,
  metric: 'disability.certified',
  title: '持证残疾人数',
  area: '110105001',
  areaName: '和平街道',
  from: null,
  asOf: '2025-11-30',
  knownAt: '2025-12-01T01:02:03.000Z',
  value: 1191,
  text,
  unit: '人',
  hash: 'ab12',
})
const manifest = (...figures: MarkedFigure[]): FigureManifest => ({
  report: '0b6a3c1e-6f0f-4f6e-9a53-0d4f8f3a1b22',
  verify: 'https://youju.example/verify?a=1&b="2"',
  figures,
})
const found = (docx: Uint8Array) => {
  const read = readFigures(docx)
  if (!read.ok || read.value === 'none') throw new Error(JSON.stringify(read))
  return read.value
}
const edit = (docx: Uint8Array, change: (xml: string) => string, part = 'word/document.xml'): Uint8Array => {
  const parts = unzipSync(docx)
  const before = strFromU8(parts[part]!)
  const after = change(before)
  expect(after).not.toBe(before)
  parts[part] = strToU8(after)
  return zipSync(parts)
}
const documentXml = (docx: Uint8Array) => strFromU8(unzipSync(docx)['word/document.xml']!)

const one = () =>
  markFigures(minimalDocx(paragraph(`共有${figureText('f1', '1191')}人。`)), manifest(figure('f1', '1191')))

describe('marked figures', () => {
  it('are read back as they were written, wherever runs were split', () => {
    // Text without outer spaces: reading trims, since Word users type spaces at edges.
    const word = fc.string({
      minLength: 1,
      maxLength: 8,
      unit: fc.constantFrom('1', '9', '.', '%', '增', '&', '<'),
    })
    const piece = fc.oneof(
      word.map((text) => ({ text, marked: false })),
      word.map((text) => ({ text, marked: true })),
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), fc.array(fc.nat(200)), (pieces, cuts) => {
        const figures = pieces.flatMap(({ text, marked }, at) => (marked ? [figure(`f${at}`, text)] : []))
        const line = pieces
          .map(({ text, marked }, at) => (marked ? figureText(`f${at}`, text) : text))
          .join('')
        const edges = [0, ...cuts.filter((cut) => cut < line.length).sort((a, b) => a - b), line.length]
        const runs = edges.slice(1).map((edge, at) => line.slice(edges[at], edge))
        const docx = markFigures(minimalDocx(paragraph(...runs)), manifest(...figures))
        const read = found(docx)
        expect(read).toMatchObject({ report: manifest().report, verify: manifest().verify })
        expect(read.figures).toEqual(
          figures.map((each) => ({ ...each, expectedText: each.text, occurrences: [each.text] })),
        )
        const texts = [...documentXml(docx).matchAll(/<w:t [^>]*>([^<]*)</g)]
          .map((match) => match[1])
          .join('')
        expect(texts.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))).toBe(
          pieces.map(({ text }) => text).join(''),
        )
      }),
    )
  })

  it('keep the formatting of the run they stand in', () => {
    const xml = documentXml(one())
    expect(xml.match(/<w:r><w:rPr><w:b\/><\/w:rPr><w:t/g)).toHaveLength(3)
    expect(xml).not.toMatch(/[\uFDD0-\uFDD2]/)
  })

  it('show what was changed by hand', () => {
    expect(found(edit(one(), (xml) => xml.replace('1191', '1200'))).figures[0]).toMatchObject({
      expectedText: '1191',
      text: '1200',
    })
  })

  it('are read across the runs that Word makes of an edited number', () => {
    const split = (xml: string) =>
      xml.replace(
        /<w:r><w:rPr><w:b\/><\/w:rPr><w:t [^>]*>1191<\/w:t><\/w:r>/,
        '<w:r w:rsidR="00A1"><w:t>11</w:t></w:r><w:proofErr w:type="gramStart"/><w:r w:rsidR="00B2"><w:t>91</w:t></w:r>',
      )
    expect(found(edit(one(), split)).figures[0]?.text).toBe('1191')
  })

  it('follow tracked changes: deleted text is gone, inserted text counts', () => {
    const tracked = (xml: string) =>
      xml.replace(
        /<w:r><w:rPr><w:b\/><\/w:rPr><w:t [^>]*>1191<\/w:t><\/w:r>/,
        '<w:del w:id="1"><w:r><w:delText>1191</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>1192</w:t></w:r></w:ins>',
      )
    expect(found(edit(one(), tracked)).figures[0]?.text).toBe('1192')
  })

  it('are told as gone when the mark was deleted', () => {
    const gone = edit(one(), (xml) => xml.replace(/<w:sdt>.*<\/w:sdt>/, ''))
    expect(found(gone).figures[0]).toMatchObject({ expectedText: '1191', text: null, occurrences: [] })
  })

  it('are found by their bookmark where a program dropped the control or its name', () => {
    const nameless = edit(one(), (xml) => xml.replace(/<w:sdtPr>.*<\/w:sdtPr>/, '<w:sdtPr/>'))
    expect(found(nameless).figures[0]?.text).toBe('1191')
    const unwrapped = edit(nameless, (xml) =>
      xml.replace(/<w:sdt>.*<w:sdtContent>|<\/w:sdtContent><\/w:sdt>/g, ''),
    )
    expect(found(unwrapped).figures[0]?.text).toBe('1191')
    expect(found(edit(unwrapped, (xml) => xml.replace('1191', '7'))).figures[0]?.text).toBe('7')
    expect(found(edit(unwrapped, (xml) => xml.replace('1191', ''))).figures[0]?.text).toBeNull()
  })

  it('read an emptied control as empty, not as the hint that Word shows in it', () => {
    const emptied = edit(one(), (xml) =>
      xml
        .replace('<w:sdtContent>', '<w:sdtContent>')
        .replace('</w:sdtPr>', '<w:showingPlcHdr/></w:sdtPr>')
        .replace('1191', '单击此处输入文字'),
    )
    expect(found(emptied).figures[0]?.text).toBe('')
  })

  it('tell the copy that differs when a figure occurs twice', () => {
    const body = paragraph(figureText('f1', '1191')) + paragraph('又', figureText('f1', '1191'))
    const docx = markFigures(minimalDocx(body), manifest(figure('f1', '1191')))
    expect(found(docx).figures[0]).toMatchObject({ text: '1191', occurrences: ['1191', '1191'] })
    const changed = edit(docx, (xml) => xml.replace(/1191(?!.*1191)/, '9'))
    expect(found(changed).figures[0]).toMatchObject({ text: '9', occurrences: ['1191', '9'] })
  })

  it('stand in headers too, and only those in the document enter the manifest', () => {
    const docx = minimalDocx(paragraph('无'), { header: paragraph(figureText('h', '7')) })
    expect(
      found(markFigures(docx, manifest(figure('h', '7'), figure('elsewhere', '8')))).figures,
    ).toMatchObject([{ id: 'h', text: '7' }])
  })

  it('of an earlier report become plain text when it is marked anew', () => {
    const again = markFigures(
      edit(one(), (xml) => xml.replace('</w:body>', `${paragraph(figureText('f2', '5'))}</w:body>`)),
      { ...manifest(figure('f2', '5')), report: 'second' },
    )
    expect(found(again)).toMatchObject({ report: 'second', figures: [{ id: 'f2' }] })
    expect(documentXml(again)).toContain('1191')
    for (const mark of [/<w:sdt>/g, /<w:bookmarkStart/g, /<w:bookmarkEnd/g]) {
      expect(documentXml(again).match(mark)).toHaveLength(1)
    }
  })

  it('give the same bytes for the same report', () => {
    expect(one()).toEqual(one())
  })

  it('refuse figures without a manifest entry, and text over paragraphs', () => {
    expect(() => markFigures(minimalDocx(paragraph(figureText('x', '1'))), manifest())).toThrow(
      'not in the manifest',
    )
    const [start, end] = [figureText('f1', '12').slice(0, -2), figureText('f1', '12').slice(-2)]
    expect(() =>
      markFigures(minimalDocx(paragraph(start) + paragraph(end)), manifest(figure('f1', '12'))),
    ).toThrow()
  })
})

describe('reading a document', () => {
  it('that is not ours says so', () => {
    expect(readFigures(minimalDocx(paragraph('共有1191人。')))).toEqual({ ok: true, value: 'none' })
  })

  it('whose manifest is lost says what to do', () => {
    const parts = unzipSync(one())
    delete parts['customXml/item1.xml']
    expect(readFigures(zipSync(parts))).toMatchObject({
      ok: false,
      message: expect.stringContaining('重新下载'),
    })
  })

  it('that is none tells what it is', () => {
    expect(readFigures(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toMatchObject({ ok: false })
    expect(readFigures(strToU8('hello'))).toMatchObject({ ok: false })
    const macro = minimalDocx(paragraph('甲'), { extra: { 'word/vbaProject.bin': 'x' } })
    expect(readFigures(macro)).toMatchObject({ ok: false, message: expect.stringContaining('宏') })
  })
})

describe('the package', () => {
  it('relates the manifest to the document and states its type', () => {
    const opened = openWordPackage(one())
    const parts = unzipSync(one())
    expect(opened.ok).toBe(true)
    expect(strFromU8(parts['word/_rels/document.xml.rels']!)).toContain('Target="../customXml/item1.xml"')
    expect(strFromU8(parts['customXml/_rels/item1.xml.rels']!)).toContain('Target="itemProps1.xml"')
    expect(strFromU8(parts['[Content_Types].xml']!)).toContain('PartName="/customXml/itemProps1.xml"')
  })
})
