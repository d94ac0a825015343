import { useDark } from '../theme/use-dark.ts'

export interface ChartColours {
  text: string
  muted: string
  line: string
  /** At most five series; they differ in lightness too, so that a grey print can be read. */
  series: readonly [string, string, string, string, string]
}

const light: ChartColours = {
  text: '#1f2937',
  muted: '#5b6470',
  line: '#d9dde2',
  series: ['#0f766e', '#111827', '#6b7280', '#5eaaa2', '#a3abb5'],
}

const dark: ChartColours = {
  text: '#e5e7eb',
  muted: '#a3abb5',
  line: '#3a424c',
  series: ['#4fb3a9', '#f3f4f6', '#9ca3af', '#2a8178', '#6b7280'],
}

/** Colours of charts, following the system's light or dark. */
export const useChartColours = (): ChartColours => (useDark() ? dark : light)
