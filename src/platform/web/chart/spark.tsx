import type { TrendPoint } from './trend-chart.tsx'

interface SparkProps {
  points: readonly TrendPoint[]
  /** What the line shows, in a sentence. */
  label: string
  height: number
}

const width = 300
const margin = 5

/** Coordinates of what is known, parted where a value is missing. */
const strokes = (points: readonly TrendPoint[], height: number): [number, number][][] => {
  const values = points.flatMap((point) => point.value ?? [])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const spread = high - low || 1
  const place = (value: number, index: number): [number, number] => [
    margin + (index / Math.max(1, points.length - 1)) * (width - 2 * margin),
    high === low ? height / 2 : height - margin - ((value - low) / spread) * (height - 2 * margin),
  ]
  const parts: [number, number][][] = [[]]
  for (const [index, { value }] of points.entries()) {
    if (value === null) parts.push([])
    else parts.at(-1)!.push(place(value, index))
  }
  return parts.filter((part) => part.length > 0)
}

/** A trend as one small line with a dot at its end; drawn here, so that the desk need not fetch ECharts. */
export const Spark = ({ points, label, height }: SparkProps) => {
  const parts = strokes(points, height)
  const end = parts.at(-1)?.at(-1)
  if (!end) return null
  return (
    <svg
      className="spark"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      style={{ height }}
    >
      {parts.map((part) => (
        <polyline key={String(part[0])} points={part.join(' ')} />
      ))}
      <line x1={end[0]} y1={end[1]} x2={end[0]} y2={end[1]} />
    </svg>
  )
}
