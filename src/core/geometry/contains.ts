import type { Boundary, Point, Ring } from './polygon.ts'

/** Whether a ray to the east crosses the ring an odd number of times. */
const inRing = (ring: Ring, [x, y]: Point): boolean =>
  ring.reduce((inside, [ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length]!
    if (ay > y === by > y) return inside
    return x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside
  }, false)

/** Whether a point lies in a boundary and in none of its holes. On a line that two share, it lies in one of them. */
export const contains = (boundary: Boundary, point: Point): boolean =>
  boundary.coordinates.some(
    ([outer, ...holes]) =>
      outer !== undefined && inRing(outer, point) && !holes.some((hole) => inRing(hole, point)),
  )
