import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkReport } from '../../../documents/check/index.ts'
import { fitsValue } from './fits-value.ts'
import { passagesOf } from './passages-of.ts'

const stated = (text: string) => {
  const checked = checkReport({ text: `社区现有志愿者${text}人。` })
  if (!checked.ok) throw new Error(checked.message)
  return passagesOf(checked.value)[0]!.quantities[0]!
}

test.each([
  ['120', 120, 'fits'],
  ['120', 121, 'differs'],
  ['约3000', 3180, 'fits'],
  ['约3000', 3400, 'differs'],
  ['约3200', 3240, 'fits'],
  ['约3200', 3290, 'differs'],
  ['0.3万', 2960, 'fits'],
  ['0.3万', 3099, 'fits'],
  ['0.3万', 2400, 'differs'],
  ['0.3万', 4000, 'differs'],
  ['3000多', 3400, 'fits'],
  ['3000多', 2990, 'differs'],
  ['近3000', 2950, 'fits'],
  ['近3000', 3400, 'differs'],
  ['至少3000', 9000, 'open'],
  ['至少3000', 2000, 'differs'],
  ['300至400', 350, 'fits'],
  ['300至400', 410, 'differs'],
] as const)('%s with %d in the ledgers %s', (text, value, fit) => {
  expect(fitsValue(stated(text), value)).toBe(fit)
})

test('a value written as it is, rounded or cut off to ten thousands, always fits', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9_000_000 }),
      fc.integer({ min: 1, max: 3 }),
      (value, places) => {
        expect(fitsValue(stated(String(value)), value)).toBe('fits')
        const scale = 10 ** places
        for (const round of [Math.round, Math.floor]) {
          const told = round((value / 10_000) * scale) / scale
          if (told > 0) expect(fitsValue(stated(`${told.toFixed(places)}万`), value)).toBe('fits')
        }
      },
    ),
  )
})
