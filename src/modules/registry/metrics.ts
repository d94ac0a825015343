import { defineMetric, defineRatio } from '../../core/definition/index.ts'
import { dwelling, household, person } from './definition.ts'
import { recordMetrics } from './record-metrics.ts'

const byPerson = ['sex', 'populationType', 'ethnicity', 'education', 'employmentStatus']

export const residents = defineMetric({
  name: 'registry.residents',
  title: '常住居民人数',
  unit: '人',
  count: person,
  description: '当日登记在册、住在辖区内的居民人数，不论户籍是否在本地。',
  synonyms: ['居民', '总人口', '常住人口', '居民人数'],
  by: byPerson,
})

const households = defineMetric({
  name: 'registry.households',
  title: '住户数',
  unit: '户',
  count: household,
  description: '当日登记在册的住户数，一户指同住一处的人。',
  synonyms: ['户数', '居民户', '居民户数'],
})

const dwellings = defineMetric({
  name: 'registry.dwellings',
  title: '房屋数',
  unit: '套',
  count: dwelling,
  description: '当日登记在册的房屋套数，包括空置和出租的。',
  by: ['use', 'kind'],
})

const rentedDwellings = defineMetric({
  name: 'registry.rentedDwellings',
  title: '出租房屋数',
  unit: '套',
  count: dwelling,
  where: 'isRented == true',
  description: '当日登记为出租的房屋套数。',
  synonyms: ['出租房', '出租屋'],
})

const registeredResidents = defineMetric({
  name: 'registry.registeredResidents',
  title: '户籍居民人数',
  unit: '人',
  count: person,
  where: 'populationType == "1"',
  description: '当日居民中户籍在辖区内的人数。',
  synonyms: ['户籍人口'],
  by: ['sex'],
})

const floatingResidents = defineMetric({
  name: 'registry.floatingResidents',
  title: '流动人口人数',
  unit: '人',
  count: person,
  where: 'populationType == "2"',
  description: '当日居民中实有人口类型为流动人口的人数。',
  synonyms: ['流动人口', '外来人口'],
  by: ['sex'],
})

const children = defineMetric({
  name: 'registry.children',
  title: '0—14 周岁居民人数',
  unit: '人',
  count: person,
  where: 'age <= 14',
  description: '当日未满 15 周岁的居民人数。',
  synonyms: ['儿童', '少年儿童'],
  by: ['sex'],
})

export const workingAge = defineMetric({
  name: 'registry.workingAge',
  title: '劳动年龄居民人数',
  unit: '人',
  count: person,
  where: 'age >= 16 && age <= 59',
  description: '当日年满 16 周岁、未满 60 周岁的居民人数。',
  by: ['sex', 'employmentStatus'],
})

export const elders60 = defineMetric({
  name: 'registry.elders60',
  title: '60 周岁及以上居民人数',
  unit: '人',
  count: person,
  where: 'age >= 60',
  description: '当日年满 60 周岁的居民人数。',
  synonyms: ['60岁以上老年人', '60周岁以上', '老年人口'],
  by: ['sex'],
})

const elders80 = defineMetric({
  name: 'registry.elders80',
  title: '80 周岁及以上居民人数',
  unit: '人',
  count: person,
  where: 'age >= 80',
  description: '当日年满 80 周岁的居民人数。',
  synonyms: ['80岁以上', '高龄老人', '高龄老年人'],
  by: ['sex'],
})

const elderShare = defineRatio({
  name: 'registry.elderShare',
  title: '60 周岁及以上居民占比',
  unit: '%',
  numerator: elders60,
  denominator: residents,
  description: '年满 60 周岁的居民占常住居民的百分比。',
  synonyms: ['老龄化率', '老年人口占比'],
})

const movedIn = defineMetric({
  name: 'registry.movedIn',
  title: '新增居民人数',
  unit: '人',
  count: person,
  flow: 'entered',
  description: '期间新登记在册的居民人数，包括迁入和出生。',
  synonyms: ['新增居民', '迁入人数'],
  by: ['sex', 'populationType'],
})

const movedOut = defineMetric({
  name: 'registry.movedOut',
  title: '减少居民人数',
  unit: '人',
  count: person,
  flow: 'left',
  description: '期间离开登记的居民人数，包括迁出和去世。',
  synonyms: ['减少居民', '迁出人数'],
  by: ['sex', 'populationType'],
})

export const registryMetrics = [
  residents,
  households,
  dwellings,
  rentedDwellings,
  registeredResidents,
  floatingResidents,
  children,
  workingAge,
  elders60,
  elders80,
  elderShare,
  movedIn,
  movedOut,
  ...recordMetrics,
]
