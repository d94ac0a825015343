import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signatureLayout, widthOf } from './signature-layout.ts'

describe('a signature without seal', () => {
  it('stays two characters from the right edge, the date two characters right of the signer', () => {
    expect(signatureLayout(['和平街道办事处民政科', '2025年1月2日'])).toEqual([
      { text: '和平街道办事处民政科', left: 16 },
      { text: '2025年1月2日', left: 18 },
    ])
  })

  it('moves the signer left where the date is longer', () => {
    const lines = signatureLayout(['居委会', '2025年11月30日'])
    expect(lines.map(({ left }) => left)).toEqual([17, 19])
    expect(19 + widthOf('2025年11月30日')).toBe(28 - 2)
  })

  it('centres several signers, and takes a date or a signer alone', () => {
    expect(
      signatureLayout(['东湖社区居民委员会', '和平街道', '2025年1月2日']).map(({ left }) => left),
    ).toEqual([17, 19.5, 19])
    expect(signatureLayout(['2025年1月2日'])).toEqual([{ text: '2025年1月2日', left: 18 }])
    expect(signatureLayout(['居委会'])).toEqual([{ text: '居委会', left: 23 }])
  })

  it('keeps every line inside the page', () => {
    const signer = fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom('甲', '乙', 'A', '1') })
    fc.assert(
      fc.property(fc.array(signer, { minLength: 1, maxLength: 3 }), (signers) => {
        for (const { left } of signatureLayout([...signers, '2025年11月30日'])) {
          expect(left).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
