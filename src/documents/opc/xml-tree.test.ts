import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createElement, parseXml, serializeXml, type XmlElement } from './xml-tree.ts'

const name = fc.constantFrom('w:p', 'w:r', 'w:t', 'mc:AlternateContent', 'x')
const text = fc.string({
  minLength: 1,
  unit: fc.constantFrom('甲', 'a', '&', '<', '>', '"', '\r', '\n', ']]>', ' '),
})
const tree = fc.letrec<{ node: XmlElement }>((tie) => ({
  node: fc.record({
    name,
    attributes: fc.dictionary(fc.constantFrom('w:val', 'xml:space', 'id'), text, { noNullPrototype: true }),
    children: fc.oneof(
      { maxDepth: 4 },
      text.map((value) => [value]),
      fc.array(tie('node'), { maxLength: 3 }),
    ),
  }),
})).node

describe('an XML part', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(tree, (root) => {
        expect(parseXml(serializeXml(root))).toEqual({ ok: true, value: root })
      }),
    )
  })

  it('refuses a document type declaration, broken XML and absurd depth', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    expect(parseXml(bomb)).toMatchObject({ ok: false, message: expect.stringContaining('DOCTYPE') })
    expect(parseXml('<a><b></a>')).toMatchObject({ ok: false, message: expect.stringContaining('损坏') })
    expect(parseXml('')).toMatchObject({ ok: false })
    let deep = createElement('a')
    for (let level = 0; level < 500; level++) deep = createElement('a', {}, [deep])
    expect(parseXml(serializeXml(deep))).toMatchObject({
      ok: false,
      message: expect.stringContaining('嵌套'),
    })
  })
})
