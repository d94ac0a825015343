import { codeOfPath, readAreaCode } from '../../core/area/index.ts'
import { type Boundary, type Point, readBoundary } from '../../core/geometry/index.ts'
import { Problem } from '../../platform/contract/problem.ts'
import type { AreaView } from '../../platform/contract/session.ts'
import type { AreaTree } from '../../platform/server/permission/area-tree.ts'

/** What a GeoJSON file says: boundaries of areas, points of buildings, and what could not be taken. */
export interface ReadFeatures {
  readonly boundaries: { area: AreaView; boundary: Boundary }[]
  readonly buildings: { area: AreaView; estate: string; number: string; point: Point }[]
  readonly faults: string[]
}

interface Feature {
  properties?: Record<string, unknown> | null
  geometry?: { type?: string; coordinates?: unknown } | null
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

/** The features of a file. Throws `file.unreadable` where it is no FeatureCollection (RFC 7946 §3.3). */
const readFeatures = (bytes: Uint8Array): Feature[] => {
  try {
    const { type, features } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (type === 'FeatureCollection' && Array.isArray(features)) return features
  } catch {}
  throw new Problem('file.unreadable', '这不是 GeoJSON 文件：应是 UTF-8 编码的 FeatureCollection。')
}

/** The area that a feature names: by `code` (or `path`), else by `name` where only one has it. */
const findArea = (areas: AreaTree, top: string, properties: Record<string, unknown>): AreaView | string => {
  const code = textOf(properties.code ?? properties.path)
  if (code) {
    const path = readAreaCode(code)
    if (!path.ok) return path.message
    return areas.find(path.value) ?? `没有代码为“${code}”的区域。`
  }
  const name = textOf(properties.name)
  if (!name) return '没有 code，也没有 name，不知道是哪个区域。'
  const found = areas.under(top).filter((area) => area.name === name)
  if (found.length === 1) return found[0]!
  return found.length === 0 ? `没有叫“${name}”的区域。` : `有 ${found.length} 个“${name}”，请写明 code。`
}

/** Reads boundaries (polygons) and buildings (points with `estate` and `number`) of the areas below one. */
export const readGeoJson = (bytes: Uint8Array, areas: AreaTree, top: string): ReadFeatures => {
  const read: ReadFeatures = { boundaries: [], buildings: [], faults: [] }
  for (const [index, { properties, geometry }] of readFeatures(bytes).entries()) {
    const fault = (message: string) => read.faults.push(`第 ${index + 1} 个图形：${message}`)
    const area = findArea(areas, top, properties ?? {})
    if (typeof area === 'string') {
      fault(area)
      continue
    }
    if (geometry?.type === 'Point') {
      const [x, y] = (geometry.coordinates ?? []) as number[]
      const number = textOf(properties?.number)
      if (!number || typeof x !== 'number' || typeof y !== 'number' || Math.abs(x) > 180 || Math.abs(y) > 90)
        fault('楼栋要有 number（幢号）和经纬度。')
      else read.buildings.push({ area, estate: textOf(properties?.estate), number, point: [x, y] })
      continue
    }
    const boundary = readBoundary(geometry)
    if (boundary.ok) read.boundaries.push({ area, boundary: boundary.value })
    else fault(`${area.name}：${boundary.message}`)
  }
  return read
}

/** Boundaries and buildings as a FeatureCollection that {@link readGeoJson} takes back. */
export const writeGeoJson = (
  boundaries: readonly { area: AreaView; boundary: Boundary }[],
  buildings: readonly { area: string; estate: string; number: string; point: Point }[],
): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        ...boundaries.map(({ area, boundary }) => ({
          type: 'Feature',
          properties: { code: codeOfPath(area.path), name: area.name, level: area.level },
          geometry: boundary,
        })),
        ...buildings.map(({ area, estate, number, point }) => ({
          type: 'Feature',
          properties: { code: codeOfPath(area), estate, number },
          geometry: { type: 'Point', coordinates: point },
        })),
      ],
    }),
  )
