import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'
import { areaView } from '../../platform/contract/session.ts'

const ring = z.array(z.tuple([z.number(), z.number()]).readonly()).readonly()

/** GeoJSON geometry of an area, in degrees. */
const boundaryView = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(ring).readonly()).readonly(),
})

const mapArea = areaView.extend({ boundary: boundaryView.nullable() })
export type MapArea = z.infer<typeof mapArea>

const buildingName = z.object({ estate: z.string().max(60), number: z.string().max(20) })

const buildingView = buildingName.extend({
  area: z.string(),
  dwellings: z.number(),
  households: z.number(),
  persons: z.number(),
  /** Degrees; null where nobody has said where it stands. */
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
})
export type BuildingView = z.infer<typeof buildingView>

const facilityView = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  state: z.string(),
  broken: z.boolean(),
  /** Degrees; null where nobody has said where it stands. */
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
})
export type FacilityView = z.infer<typeof facilityView>

/** An area and those one level below with their boundaries, as they stood on the day; its buildings where it is a grid. */
export const getAreaMap = defineRoute({
  path: '/api/area-map',
  title: '网格地图',
  right: 'signedIn',
  query: z.object({ area: areaPath.optional(), asOf: plainDate.optional() }),
  answer: z.object({
    /** From the widest that the reader has to the area itself. */
    lineage: z.array(areaView),
    area: mapArea,
    children: z.array(mapArea),
    buildings: z.array(buildingView),
    /** Places and facilities that lie in the area itself; those of its grids are on the grids' own maps. */
    facilities: z.array(facilityView),
  }),
})

const contents = z.object({
  path: z.string(),
  persons: z.number(),
  households: z.number(),
  dwellings: z.number(),
  entries: z.number(),
  posts: z.number(),
})
export type Contents = z.infer<typeof contents>

const areaChange = z.object({
  id: z.string(),
  kind: z.enum(['merge', 'split']),
  title: z.string(),
  on: plainDate,
  at: z.string(),
  by: z.string(),
  persons: z.number(),
  reason: z.string(),
  undone: z.boolean(),
  /** Whether the reader may take it back. */
  mayUndo: z.boolean(),
})

/** What lies in an area and in each one below it today, and which of them were merged or split. */
export const getAreaContents = defineRoute({
  path: '/api/areas/:path/contents',
  title: '区域内的登记数',
  right: 'area.manage',
  params: z.object({ path: areaPath }),
  answer: z.object({
    area: areaView,
    own: contents,
    children: z.array(areaView.extend({ contents })),
    changes: z.array(areaChange),
  }),
})

export const listAreaBuildings = defineRoute({
  path: '/api/areas/:path/buildings',
  title: '区域内的楼栋',
  right: 'registry.read',
  params: z.object({ path: areaPath }),
  answer: z.object({ buildings: z.array(buildingView) }),
})

/** Who answers for an area on a day, the nearest first. */
export const getResponsible = defineRoute({
  path: '/api/areas/:path/responsible',
  title: '谁负责',
  right: 'registry.read',
  params: z.object({ path: areaPath }),
  query: z.object({ asOf: plainDate.optional() }),
  answer: z.object({
    responsible: z.array(z.object({ name: z.string(), roleTitle: z.string(), areaName: z.string() })),
  }),
})

const areaName = z.string().trim().min(2, '名称至少 2 个字').max(40, '名称最多 40 个字')
const reason = z.string().trim().max(200).default('')

/** Large changes run as a job: then `job` says which, and `change` is not known yet. */
const changed = z.object({ change: z.string().nullable(), job: z.string().nullable() })

/** Areas of one parent become one of them, with all that lies in them, from a day on. */
export const mergeAreas = describeAction({
  name: 'mergeAreas',
  title: '合并区域',
  right: 'area.manage',
  input: z.object({
    areas: z.array(areaPath).min(2, '请选择要合并的两个以上区域').max(20),
    /** The one that goes on. */
    into: areaPath,
    name: areaName.optional(),
    on: plainDate,
    /** Whether those who held posts in the areas that end go on in the one that stays. */
    followingPosts: z.boolean().default(true),
    reason,
  }),
  output: changed,
})

/** Parts of an area become areas of their own: buildings of a grid, or grids of a community. The rest stays. */
export const splitArea = describeAction({
  name: 'splitArea',
  title: '拆分区域',
  right: 'area.manage',
  input: z.object({
    area: areaPath,
    parts: z
      .array(
        z.object({
          name: areaName,
          buildings: z.array(buildingName).max(2000).default([]),
          areas: z.array(areaPath).max(200).default([]),
        }),
      )
      .min(1, '请至少分出一个新的区域')
      .max(20),
    on: plainDate,
    reason,
  }),
  output: changed,
})

/** Takes a merge or split back, from the same day: all that it moved stands where it stood. */
export const undoAreaChange = describeAction({
  name: 'undoAreaChange',
  title: '撤销区域调整',
  right: 'area.manage',
  input: z.object({ change: z.uuid() }),
  output: changed,
})

export const renameArea = describeAction({
  name: 'renameArea',
  title: '区域更名',
  right: 'area.manage',
  input: z.object({ area: areaPath, name: areaName, on: plainDate }),
  output: z.object({ area: areaView }),
})

export const addArea = describeAction({
  name: 'addArea',
  title: '新增区域',
  right: 'area.manage',
  input: z.object({ parent: areaPath, name: areaName, on: plainDate }),
  output: z.object({ area: areaView }),
})

/** Boundaries from a GeoJSON file: features say their area by `code` or `name`. */
export const importBoundaries = describeAction({
  name: 'importBoundaries',
  title: '导入区域边界',
  right: 'area.manage',
  input: z.object({ file: z.uuid(), on: plainDate }),
  output: z.object({
    areas: z.number(),
    buildings: z.number(),
    /** Features that could not be taken, each with the reason. */
    faults: z.array(z.string()),
  }),
})

/** Says where a building stands. */
export const placeBuilding = describeAction({
  name: 'placeBuilding',
  title: '标出楼栋位置',
  right: 'registry.write',
  input: buildingName.extend({
    area: areaPath,
    longitude: z.number().min(-180).max(180),
    latitude: z.number().min(-90).max(90),
  }),
  output: z.object({ placed: z.boolean() }),
})
