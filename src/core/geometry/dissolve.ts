import {
  type Boundary,
  boundaryOf,
  outerRings,
  type Point,
  type Ring,
  roundPoint,
  turnLeft,
} from './polygon.ts'

const keyOf = (point: Point) => point.join(' ')

/** Follows edges from point to point until each has been used; the rings that come of it. */
const linkRings = (edges: ReadonlyMap<string, readonly [Point, Point]>): Ring[] | undefined => {
  const from = Map.groupBy(edges.values(), ([start]) => keyOf(start))
  const rings: Ring[] = []
  for (const starts of from.values())
    while (starts.length > 0) {
      const ring: Point[] = []
      let edge = starts.pop()
      const first = keyOf(edge![0])
      while (edge) {
        ring.push(edge[0])
        if (keyOf(edge[1]) === first) break
        edge = from.get(keyOf(edge[1]))?.pop()
      }
      if (!edge) return undefined
      rings.push(ring)
    }
  return rings
}

/**
 * The outline of areas taken together. Sides that two of them share to the last decimal vanish; neighbours that were
 * drawn apart from one another keep both lines and stand side by side. Holes are not kept.
 */
export const dissolve = (boundaries: readonly Boundary[]): Boundary => {
  const rings = boundaries.flatMap(outerRings).map((ring) => turnLeft(ring.map(roundPoint)))
  const edges = new Map<string, readonly [Point, Point]>()
  for (const ring of rings)
    for (const [index, point] of ring.entries()) {
      const next = ring[(index + 1) % ring.length]!
      if (!edges.delete(`${keyOf(next)} ${keyOf(point)}`))
        edges.set(`${keyOf(point)} ${keyOf(next)}`, [point, next])
    }
  const linked = linkRings(edges)
  return boundaryOf(linked ?? rings)
}
