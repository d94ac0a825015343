import {
  areaOfRing,
  type Boundary,
  boundaryOf,
  outerRings,
  type Point,
  type Ring,
  roundPoint,
  samePoint,
} from './polygon.ts'

/** The part of a ring that lies nearer to `to` than to `other` (Sutherland–Hodgman along their bisector). */
const clipNearer = (ring: Ring, to: Point, other: Point): Ring => {
  const middle: Point = [(to[0] + other[0]) / 2, (to[1] + other[1]) / 2]
  const normal: Point = [other[0] - to[0], other[1] - to[1]]
  const beyond = (point: Point) => (point[0] - middle[0]) * normal[0] + (point[1] - middle[1]) * normal[1]
  return ring.flatMap((point, index): Point[] => {
    const next = ring[(index + 1) % ring.length]!
    const [here, there] = [beyond(point), beyond(next)]
    const kept = here <= 0 ? [point] : []
    if (here <= 0 === there <= 0) return kept
    const share = here / (here - there)
    return [...kept, [point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share]]
  })
}

const tidy = (ring: Ring): Ring => {
  const rounded = ring.map(roundPoint)
  return rounded.filter((point, index) => !samePoint(point, rounded[(index + 1) % rounded.length]!))
}

/** Divides a ring among centres: each point goes to the nearest. The parts are disjoint and fill the ring. */
export const partitionRing = (ring: Ring, centres: readonly Point[]): Ring[] =>
  centres.map((centre, index) =>
    tidy(centres.reduce((rest, other, at) => (at === index ? rest : clipNearer(rest, centre, other)), ring)),
  )

/** Divides a boundary among centres; a part that got nothing has no rings. A proposal to be redrawn by hand. */
export const partitionBoundary = (boundary: Boundary, centres: readonly Point[]): Boundary[] => {
  const parts = outerRings(boundary).map((ring) => partitionRing(ring, centres))
  return centres.map((_, index) =>
    boundaryOf(parts.map((rings) => rings[index]!).filter((ring) => ring.length > 2 && areaOfRing(ring) > 0)),
  )
}
