import { z } from 'zod'

/** A number of a report as the checker read it; offsets are UTF-16 positions in its passage. */
export const statedQuantity = z.object({
  /** Place in the list of the whole report, by which the answer names it. */
  number: z.number().int().nonnegative(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** Where unit and what clings to it end. */
  unitEnd: z.number().int().nonnegative(),
  low: z.number(),
  high: z.number(),
  /** Half a unit of the last digit printed where a multiplier or decimals were used; what rounding hides. */
  slack: z.number(),
  unit: z.string().max(20),
  kind: z.enum(['count', 'measure', 'money', 'percent', 'ratio', 'duration', 'age', 'points']),
  hedge: z.enum(['exact', 'about', 'over', 'at-least', 'under', 'at-most', 'range']),
  /** What is counted, as the checker understood it. */
  subject: z.string().max(200),
})
export type StatedQuantity = z.infer<typeof statedQuantity>

/** A sentence, or a cell of a table with its headings, and its quantities in order. */
export const passage = z.object({
  text: z.string().max(2000),
  /** Passages of one paragraph share place and day until another is named. */
  paragraph: z.number().int().nonnegative(),
  /** The nearest heading above. */
  heading: z.string().max(200),
  quantities: z.array(statedQuantity).max(200),
})
export type Passage = z.infer<typeof passage>
