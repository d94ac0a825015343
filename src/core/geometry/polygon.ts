/** Longitude and latitude in degrees (GeoJSON, RFC 7946 §3.1.1); in which datum, the office's own maps decide. */
export type Point = readonly [number, number]

/** A closed line without its repeated last point. */
export type Ring = readonly Point[]

/** The outline of an area: GeoJSON's `MultiPolygon` geometry, each part an outer ring and its holes. */
export interface Boundary {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly Ring[])[]
}

/** Six decimals, about a tenth of a metre: what two neighbours share is then the same text. */
export const roundPoint = ([x, y]: Point): Point => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]

export const samePoint = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1]

/** Twice the signed area; positive where the ring turns to the left. */
const doubleArea = (ring: Ring): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    return sum + x * nextY - nextX * y
  }, 0)

/** Outer rings turn to the left (RFC 7946 §3.1.6). */
export const turnLeft = (ring: Ring): Ring => (doubleArea(ring) < 0 ? ring.toReversed() : ring)

export const areaOfRing = (ring: Ring): number => Math.abs(doubleArea(ring)) / 2

/** Makes a boundary of outer rings, closed as GeoJSON wants them. */
export const boundaryOf = (rings: readonly Ring[]): Boundary => ({
  type: 'MultiPolygon',
  coordinates: rings.map((ring) => [[...turnLeft(ring), turnLeft(ring)[0]!]]),
})

const open = (ring: Ring): Ring =>
  ring.length > 1 && samePoint(ring[0]!, ring.at(-1)!) ? ring.slice(0, -1) : ring

/** The outer rings of a boundary, without the repeated last point. */
export const outerRings = (boundary: Boundary): Ring[] =>
  boundary.coordinates.flatMap((polygon) => (polygon[0] ? [open(polygon[0])] : []))

const centreOfRing = (ring: Ring): { centre: Point; weight: number } => {
  const double = doubleArea(ring)
  if (double === 0) return { centre: ring[0] ?? [0, 0], weight: 0 }
  const [x, y] = ring.reduce(
    ([sumX, sumY], [atX, atY], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length]!
      const cross = atX * nextY - nextX * atY
      return [sumX + (atX + nextX) * cross, sumY + (atY + nextY) * cross]
    },
    [0, 0],
  )
  return { centre: [x / (3 * double), y / (3 * double)], weight: Math.abs(double) }
}

/** Where the name of an area is written: the centre of its largest part. */
export const centreOf = (boundary: Boundary): Point => {
  const parts = outerRings(boundary).map(centreOfRing)
  const largest = parts.reduce((best, part) => (part.weight > best.weight ? part : best), parts[0]!)
  return largest.centre
}

/** `[west, south, east, north]` of all boundaries and points; undefined where there is nothing. */
export const extentOf = (
  boundaries: readonly Boundary[],
  points: readonly Point[] = [],
): readonly [number, number, number, number] | undefined => {
  const all = [...boundaries.flatMap((boundary) => outerRings(boundary).flat()), ...points]
  if (all.length === 0) return undefined
  return all.reduce<[number, number, number, number]>(
    ([west, south, east, north], [x, y]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  )
}
