import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fillReply, type Placeholder, placeholders, unknownPlaceholders } from './fill-reply.ts'

const values = Object.fromEntries(placeholders.map((name) => [name, `〔${name}〕`])) as Record<
  Placeholder,
  string
>

it('puts in what is known, and names what is not', () => {
  expect(fillReply('您反映的{摘要}（{ 编号 }）已办好。', values)).toBe('您反映的〔摘要〕（〔编号〕）已办好。')
  expect(unknownPlaceholders('{摘要}{电话}{电话}{姓名}')).toEqual(['电话', '姓名'])
})

it('leaves no brace behind in a text without unknown ones, and never reads what it has put in', () => {
  const piece = fc.oneof(
    fc.constantFrom(...placeholders.map((name) => `{${name}}`)),
    fc.stringMatching(/^[^{}]*$/),
  )
  fc.assert(
    fc.property(fc.array(piece), fc.string(), (pieces, value) => {
      const text = pieces.join('')
      expect(unknownPlaceholders(text)).toEqual([])
      const all = Object.fromEntries(placeholders.map((name) => [name, value])) as Record<Placeholder, string>
      const expected = pieces.map((each) => (/^\{.*\}$/.test(each) ? value : each)).join('')
      expect(fillReply(text, all)).toBe(expected)
    }),
  )
})
