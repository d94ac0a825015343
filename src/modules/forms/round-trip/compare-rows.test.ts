import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CameRow, type ComparedColumn, compareRows, type KnownRow } from './compare-rows.ts'
import { pairRows } from './pair-rows.ts'

const plain = (role: ComparedColumn['role']): ComparedColumn => ({
  role,
  canon: (text) => text.trim(),
  refuse: (text) => (text.includes('坏') ? '读不出' : null),
})

/** A number, a name and values beside; the last two are computed and filled by hand. */
const columns = [plain('field'), plain('field'), plain('field'), plain('computed'), plain('manual')]
const keys = [[0], [1, 2]]
const pairUp = (known: readonly KnownRow[], came: readonly CameRow[]) =>
  pairRows(
    known.map((one, index) => ({ row: index + 4, known: one })),
    came,
    keys,
    (_, text) => text.trim(),
  )

const word = fc.constantFrom('', '甲', '乙', '丙', '坏')
const value = fc.tuple(word, word, word, word)

/** A record with its three sides: edits of ours, edits of theirs, whether either lost the row. */
const line = fc.record({
  sent: value,
  ours: fc.option(value, { nil: undefined }),
  theirs: fc.option(value, { nil: undefined }),
  gone: fc.boolean(),
  removed: fc.boolean(),
  copies: fc.integer({ min: 0, max: 2 }),
})
const scene = fc.record({ lines: fc.array(line, { maxLength: 8 }), added: fc.array(value, { maxLength: 3 }) })

const build = ({ lines, added }: typeof scene extends fc.Arbitrary<infer Scene> ? Scene : never) => {
  const known: KnownRow[] = []
  const came: CameRow[] = []
  let row = 4
  lines.forEach(({ sent, ours, theirs, gone, removed, copies }, index) => {
    const id = `id${index}`
    known.push({ record: id, sent: [id, ...sent], held: gone ? null : [id, ...(ours ?? sent)] })
    for (let copy = 0; copy < (removed ? 0 : 1 + copies); copy++)
      came.push({ row: row++, texts: [id, ...(theirs ?? sent)] })
  })
  for (const [index, texts] of added.entries()) came.push({ row: row++, texts: [`new${index}`, ...texts] })
  return { known, came }
}

it('puts every row that was sent and every row that came into exactly one pair', () => {
  fc.assert(
    fc.property(scene, (given) => {
      const { known, came } = build(given)
      const pairs = pairUp(known, came)
      const records = pairs.flatMap((pair) => (pair.isDoubled || !pair.known ? [] : [pair.known]))
      const rows = pairs.flatMap((pair) => pair.came ?? [])
      expect(new Set(records).size).toBe(known.length)
      expect(records.length).toBe(known.length)
      expect(new Set(rows).size).toBe(came.length)
      expect(rows.length).toBe(came.length)
    }),
  )
})

it('puts every difference of the three sides into exactly one class, and the class is the right one', () => {
  fc.assert(
    fc.property(scene, (given) => {
      const { known, came } = build(given)
      const pairs = pairUp(known, came)
      const { differences, counts } = compareRows(columns, pairs)
      const compared = pairs.filter((one) => one.known?.held && one.came && !one.isDoubled)
      const whole = pairs.length - compared.length
      const sum = Object.values(counts).reduce((total, count) => total + count, 0)
      expect(sum).toBe(compared.length * columns.length + whole)
      expect(differences.length).toBe(sum - (counts.same ?? 0))
      const places = differences.map(({ known: row, came: other, column }) =>
        [row?.record, other?.row, column].join(),
      )
      expect(new Set(places).size).toBe(places.length)
      for (const { kind, known: row, came: other, column } of differences) {
        if (column === null || columns[column]!.role !== 'field') continue
        const [s, h, c] = [row!.sent[column], row!.held![column], other!.texts[column]]
        expect(kind).toBe(
          c === s
            ? 'ours'
            : h === s || h !== c
              ? c!.includes('坏')
                ? 'unreadable'
                : h === s
                  ? 'proposed'
                  : 'conflict'
              : 'agreed',
        )
      }
    }),
  )
})

it('never proposes what would undo a change of ours, nor what was not changed', () => {
  fc.assert(
    fc.property(scene, (given) => {
      const { known, came } = build(given)
      for (const { kind, known: row, came: other, column } of compareRows(columns, pairUp(known, came))
        .differences)
        if (kind === 'proposed') {
          expect(row!.held![column!]).toBe(row!.sent[column!])
          expect(other!.texts[column!]).not.toBe(row!.sent[column!])
        }
    }),
  )
})

it('finds a row by name and date where its number was corrected, and by place where most is unchanged', () => {
  const known: KnownRow[] = [
    { record: 'a', sent: ['1', '赵一', '1956', '70', ''], held: ['1', '赵一', '1956', '70', ''] },
    { record: 'b', sent: ['', '钱二', '', '70', '旧'], held: ['', '钱二', '', '70', '旧'] },
  ]
  const pairs = pairUp(known, [
    { row: 5, texts: ['', '钱贰', '', '70', '旧'] },
    { row: 9, texts: ['2', '赵一', '1956', '70', ''] },
  ])
  expect(pairs.map((pair) => [pair.known?.record, pair.came?.row])).toEqual([
    ['a', 9],
    ['b', 5],
  ])
})

it('is unsure of masked values whose record changed: no proposal without looking', () => {
  const known: KnownRow = { record: 'a', sent: ['1**', '', ''], held: ['1**', '', ''], unsure: [true] }
  const { differences } = compareRows([plain('field')], [{ known, came: { row: 4, texts: ['123'] } }])
  expect(differences.map(({ kind }) => kind)).toEqual(['conflict'])
})
