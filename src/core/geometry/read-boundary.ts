import { type Parsed, parsed, refused } from '../parsed.ts'
import { areaOfRing, type Boundary, type Point, type Ring } from './polygon.ts'

const mostPoints = 20_000

const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) &&
  value.length >= 2 &&
  Math.abs(Number(value[0])) <= 180 &&
  Math.abs(Number(value[1])) <= 90 &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number'

const readRing = (value: unknown): Ring | undefined => {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPoint)) return undefined
  const ring = value.map(([x, y]): Point => [x, y])
  const [first, last] = [ring[0]!, ring.at(-1)!]
  return first[0] === last[0] && first[1] === last[1] && areaOfRing(ring) > 0 ? ring : undefined
}

/**
 * Reads a GeoJSON geometry (RFC 7946 §3.1.6, §3.1.7) as the boundary of an area: `Polygon` or `MultiPolygon` of
 * closed rings in degrees. Heights are left out.
 */
export const readBoundary = (value: unknown): Parsed<Boundary> => {
  const { type, coordinates } = (value ?? {}) as { type?: unknown; coordinates?: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return refused(`边界应为 Polygon 或 MultiPolygon，现在是“${String(type ?? '空')}”。`)
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  if (!Array.isArray(polygons) || polygons.length === 0) return refused('边界里没有坐标。')
  const read = polygons.map((polygon) => (Array.isArray(polygon) ? polygon.map(readRing) : [undefined]))
  if (read.some((rings) => rings.length === 0 || rings.some((ring) => ring === undefined)))
    return refused('边界的每一圈应由 4 个以上的经纬度组成，首尾相同，经度在 ±180、纬度在 ±90 之间。')
  const rings = read as Ring[][]
  const points = rings.flat().reduce((sum, ring) => sum + ring.length, 0)
  return points > mostPoints
    ? refused(`边界有 ${points} 个点，最多 ${mostPoints} 个，请先简化。`)
    : parsed({ type: 'MultiPolygon', coordinates: rings })
}
