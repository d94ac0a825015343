import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SheetPlan } from '../../../documents/form/index.ts'
import { columnLetters } from '../../../documents/xlsx/index.ts'
import { recall, remember, shapeOf } from './memory.ts'

const sheetOf = (headers: readonly string[]): SheetPlan => ({
  name: 'Sheet1',
  shape: 'table',
  title: '登记表',
  headerRows: [3, 3],
  dataRows: { first: 4, last: null },
  columns: headers.map((header, index) => ({
    column: columnLetters(index + 1),
    header,
    block: 0,
    key: null,
    status: 'unknown',
    confidence: 0,
    candidates: [],
  })),
  cells: [],
  totals: [],
  notes: [],
  rowSet: { entity: 'person', rows: 'person', ledgers: [], conditions: [] },
})

const headers = fc.array(fc.constantFrom('姓名', '性别', '电话', '住址', '姓 名', '备注*', 'A', 'B', 'C'), {
  minLength: 2,
  maxLength: 12,
})
const key = fc.option(fc.constantFrom('person.name', 'person.sex', 'guardian.name'), { nil: null })
const confirmed = headers.chain((words) =>
  fc.record({
    words: fc.constant(words),
    keys: fc.array(key, { minLength: words.length, maxLength: words.length }),
  }),
)
const rememberAll = ({ words, keys }: { words: string[]; keys: (string | null)[] }) =>
  remember(sheetOf(words), new Map(keys.map((one, index) => [columnLetters(index + 1), one])), {
    definition: 'disability',
    where: 'level == "1"',
    record: undefined,
  })

it('recalls every column of the same form as it was confirmed, and asks nothing', () => {
  fc.assert(
    fc.property(confirmed, (form) => {
      const found = recall(sheetOf(form.words), rememberAll(form))!
      expect(found.difference).toEqual({ match: 'same', moved: [], added: [], gone: [] })
      expect(form.words.map((_, index) => found.fields[columnLetters(index + 1)]!.key)).toEqual(form.keys)
    }),
  )
})

it('follows columns that moved; only one that is new is left to ask', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom(...'甲乙丙丁戊己') }), {
        minLength: 4,
        maxLength: 9,
      }),
      fc.nat(),
      (words, seed) => {
        const keys = words.map((_, index) => `person.k${index}`)
        const memory = rememberAll({ words, keys })
        const turn = (seed % (words.length - 1)) + 1
        const moved = [...words.slice(turn), '新的一列', ...words.slice(0, turn)]
        const found = recall(sheetOf(moved), memory)!
        expect(found.difference).toMatchObject({ match: 'changed', added: ['新的一列'], gone: [] })
        for (const [index, word] of moved.entries())
          expect(found.fields[columnLetters(index + 1)]?.key).toBe(
            word === '新的一列' ? undefined : keys[words.indexOf(word)],
          )
      },
    ),
  )
})

it('does not take another form for the remembered one', () => {
  const memory = rememberAll({ words: ['姓名', '性别', '电话', '住址'], keys: [null, null, null, null] })
  expect(recall(sheetOf(['姓名', '单位', '职务', '时间']), memory)).toBeUndefined()
  expect(shapeOf(sheetOf(['姓名', '性别'])).shape).toBe(shapeOf(sheetOf(['姓 名*', '性别：'])).shape)
  expect(shapeOf(sheetOf(['姓名', '性别'])).shape).not.toBe(shapeOf(sheetOf(['性别', '姓名'])).shape)
})
