import { defineMetric } from '../../core/definition/index.ts'
import { dwelling, person } from '../registry/index.ts'

const residentsOutsideGrids = defineMetric({
  name: 'areas.residentsOutsideGrids',
  title: '未落入网格的居民人数',
  unit: '人',
  count: person,
  where: 'inGrid == false',
  description: '当日登记在社区、还没有分到任何网格的居民人数。',
  synonyms: ['无网格居民'],
})

const dwellingsOutsideGrids = defineMetric({
  name: 'areas.dwellingsOutsideGrids',
  title: '未落入网格的房屋数',
  unit: '套',
  count: dwelling,
  where: 'inGrid == false',
  description: '当日登记在社区、还没有分到任何网格的房屋套数。',
})

export const areaMetrics = [residentsOutsideGrids, dwellingsOutsideGrids]
