import type { StatedQuantity } from './passage.ts'

/** How far a stated number goes with the true one. */
export type Fit = 'fits' | 'differs' | 'open'

/** The unit of the last digit that is not nought: 3000 → 1000, 3200 → 100, 125 → 1. */
const lastUnit = (value: number): number => {
  let unit = 1
  while (value !== 0 && value % (unit * 10) === 0) unit *= 10
  return unit
}

/**
 * Whether the true value may be written like this. A number printed with a multiplier or decimals (0.3万, 18.3%) is
 * rounded or cut off at its last digit; 约 reaches half a unit of the last digit that is not nought, at most a tenth;
 * 多 and 近 one such unit; 以上 says nothing against far more, so that it stays open.
 */
export const fitsValue = ({ low, high, slack, hedge }: StatedQuantity, value: number): Fit => {
  const unit = slack > 0 ? slack * 2 : lastUnit(low)
  const near = 1e-9 * Math.max(1, Math.abs(low))
  const between = (from: number, to: number): Fit =>
    value >= from - near && value <= to + near ? 'fits' : 'differs'
  if (low !== high || hedge === 'range') return between(low, high)
  switch (hedge) {
    case 'about': {
      const reach = Math.max(slack, Math.min(unit / 2, Math.abs(low) / 10))
      return between(low - reach, low + reach)
    }
    case 'over':
      return between(low, low + Math.max(unit, slack * 2))
    case 'at-least':
      return value < low - near ? 'differs' : value <= low + unit ? 'fits' : 'open'
    case 'under':
      return between(low - unit, low)
    case 'at-most':
      return value > low + near ? 'differs' : value >= low - unit ? 'fits' : 'open'
    default:
      return value >= low - slack - near && value < low + slack * 2 - near
        ? 'fits'
        : between(low - slack, low + slack)
  }
}
