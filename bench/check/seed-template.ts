import type { Draw } from './seed-values.ts'

export interface SeedTemplate {
  kind: 'sum' | 'share' | 'change' | 'product' | 'average' | 'repeat' | 'ratio' | 'date' | 'placeholder'
  /** Values by name, all true. A name in `wrong` may be replaced by a false value. */
  values(draw: Draw): Record<string, number | string>
  wrong: string[]
  text: string
  /** Where a false value needs care (dates): says it; otherwise some percent are added or taken. */
  falsify?(name: string, values: Record<string, number | string>, draw: Draw): number | string
}
