import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareFields, compareThreeWays } from './index.ts'

it.each([
  ['a', 'a', 'a', 'same'],
  ['a', 'a', 'b', 'theirs'],
  ['a', 'b', 'a', 'ours'],
  ['a', 'b', 'b', 'agreed'],
  ['a', 'b', 'c', 'conflict'],
  [null, '', undefined, 'same'],
  ['a', 'a', '', 'theirs'],
])('handed out %j, held %j, came back %j: %s', (base, ours, theirs, outcome) => {
  expect(compareFields(['x'], { x: base }, { x: ours }, { x: theirs })[0]?.outcome).toBe(outcome)
})

it('leaves alone what the file did not have', () => {
  expect(compareFields([], { x: 'a' }, { x: 'b' }, {})).toEqual([])
})

const cells = fc.record({ x: fc.constantFrom('a', 'b', null), y: fc.constantFrom(1, 2) })
const ids = fc.constantFrom('1', '2', '3', '4')

it('skips nothing and doubles nothing: each row handed out and each that came back is told once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(ids, cells)),
      fc.array(fc.tuple(ids, cells)),
      fc.array(fc.record({ id: fc.option(ids, { nil: undefined }), cells })),
      (handedOut, held, theirs) => {
        const base = new Map(handedOut)
        const told = compareThreeWays(['x', 'y'], base, new Map(held), theirs)
        const rows = told.flatMap((each) => (each.kind === 'absent' ? [] : [each.row]))
        expect(rows).toEqual(theirs)
        const accounted = told.flatMap((each) =>
          each.kind === 'returned' || each.kind === 'gone' || each.kind === 'absent' ? [each.id] : [],
        )
        expect(accounted.toSorted()).toEqual([...base.keys()].toSorted())
      },
    ),
  )
})

it('a file brought back unedited changes nothing, whatever happened to ours', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, cells)), fc.array(fc.tuple(ids, cells)), (handedOut, held) => {
      const base = new Map(handedOut)
      const theirs = [...base].map(([id, each]) => ({ id, cells: each }))
      const outcomes = compareThreeWays(['x', 'y'], base, new Map(held), theirs).flatMap((each) =>
        each.kind === 'returned' ? each.fields.map(({ outcome }) => outcome) : [],
      )
      expect(outcomes.filter((outcome) => outcome === 'theirs' || outcome === 'conflict')).toEqual([])
    }),
  )
})
