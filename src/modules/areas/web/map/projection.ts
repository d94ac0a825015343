import { type Boundary, centreOf, extentOf, type Point } from '../../../../core/geometry/index.ts'

/** A rectangle of the drawing. */
export interface View {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How places become points of the drawing: degrees of longitude shortened as at the middle latitude, north up. */
export interface Projection {
  readonly whole: View
  project(point: Point): Point
  /** Degrees of a point of the drawing. */
  placeAt(point: Point): [longitude: number, latitude: number]
  pathOf(boundary: Boundary): string
  centre(boundary: Boundary): Point
}

/** Width of the drawing in its own units; its height follows from the frame. */
const size = 1000
const margin = 0.06

/** A projection in which everything fits a frame of width to height `ratio`; undefined where there is nothing to draw. */
export const projectionOf = (
  boundaries: readonly Boundary[],
  points: readonly Point[],
  ratio: number,
): Projection | undefined => {
  const extent = extentOf(boundaries, points)
  if (!extent) return undefined
  const [west, south, east, north] = extent
  const shorten = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const wide = Math.max((east - west) * shorten, 1e-6)
  const high = Math.max(north - south, 1e-6)
  const unit = size / (Math.max(wide, high * ratio) * (1 + 2 * margin))
  const height = size / ratio
  const [left, top] = [(size - wide * unit) / 2, (height - high * unit) / 2]
  const project = ([longitude, latitude]: Point): Point => [
    left + (longitude - west) * shorten * unit,
    top + (north - latitude) * unit,
  ]
  const line = (ring: readonly Point[]) =>
    `M${ring
      .map((point) =>
        project(point)
          .map((at) => at.toFixed(1))
          .join(' '),
      )
      .join('L')}Z`
  return {
    whole: { x: 0, y: 0, width: size, height },
    project,
    placeAt: ([x, y]) => [west + (x - left) / (shorten * unit), north - (y - top) / unit],
    pathOf: (boundary) => boundary.coordinates.flat().map(line).join(''),
    centre: (boundary) => project(centreOf(boundary)),
  }
}

/** The view made smaller (`factor` < 1 comes nearer) around a point of the drawing. */
export const zoomed = (view: View, factor: number, [x, y]: Point): View => {
  const width = Math.min(size * 2, Math.max(size / 60, view.width * factor))
  const real = width / view.width
  return {
    x: x - (x - view.x) * real,
    y: y - (y - view.y) * real,
    width,
    height: view.height * real,
  }
}

export const moved = (view: View, x: number, y: number): View => ({ ...view, x: view.x + x, y: view.y + y })
