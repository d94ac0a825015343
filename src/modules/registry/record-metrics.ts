import { defineMetric, defineRatio } from '../../core/definition/index.ts'
import { dwelling, person } from './definition.ts'
import { agreement } from './definitions/agreement.ts'
import { facility } from './definitions/facility.ts'
import { organisation } from './definitions/organisation.ts'
import { personRelation } from './definitions/person-relation.ts'

const separatedResidents = defineMetric({
  name: 'registry.separatedResidents',
  title: '人户分离人数',
  unit: '人',
  count: person,
  where: 'residenceStatus in ["2", "3"]',
  description: '当日居民中户籍与居住不在一处的人数：人在户不在，或户在人不在。',
  synonyms: ['人户分离', '人户不一致'],
  by: ['residenceStatus', 'sex'],
})

const emptyDwellings = defineMetric({
  name: 'registry.emptyDwellings',
  title: '空置房屋数',
  unit: '套',
  count: dwelling,
  where: 'use == "3"',
  description: '当日房屋用途登记为空置的房屋套数。',
  synonyms: ['空置房', '空置房屋', '空关房'],
  by: ['kind'],
})

const organisations = defineMetric({
  name: 'registry.organisations',
  title: '登记单位数',
  unit: '家',
  count: organisation,
  description: '当日登记在册的机关、企事业单位、个体工商户和社会组织家数。',
  synonyms: ['单位总数', '辖区单位数'],
  by: ['kind', 'industry'],
})

const enterprises = defineMetric({
  name: 'registry.enterprises',
  title: '企业数',
  unit: '家',
  count: organisation,
  where: 'kind == "3"',
  description: '当日登记在册、单位类别为企业的家数。',
  synonyms: ['辖区企业', '企业家数'],
  by: ['industry'],
})

const selfEmployed = defineMetric({
  name: 'registry.selfEmployed',
  title: '个体工商户数',
  unit: '家',
  count: organisation,
  where: 'kind == "4"',
  description: '当日登记在册、单位类别为个体工商户的家数。',
  synonyms: ['个体户', '个体工商户'],
  by: ['industry'],
})

const socialOrganisations = defineMetric({
  name: 'registry.socialOrganisations',
  title: '社会组织数',
  unit: '家',
  count: organisation,
  where: 'kind in ["6", "7", "8", "10"]',
  description: '当日登记在册的社会团体、社会服务机构、基金会和社区社会组织家数。',
  synonyms: ['社会组织'],
  by: ['kind'],
})

const agreements = defineMetric({
  name: 'registry.agreements',
  title: '在册协议份数',
  unit: '份',
  count: agreement,
  description: '当日登记在册、没有终止的共建协议、责任书和其他协议份数；到期未续签也未终止的计算在内。',
  synonyms: ['签订协议', '协议份数'],
  by: ['kind'],
})

const facilities = defineMetric({
  name: 'registry.facilities',
  title: '场所设施数',
  unit: '处',
  count: facility,
  description: '当日登记在册的阵地、场所和设施处数，不论状态。',
  synonyms: ['场所设施', '公共设施'],
  by: ['kind', 'state'],
})

const facilitiesToRepair = defineMetric({
  name: 'registry.facilitiesToRepair',
  title: '待维修设施数',
  unit: '处',
  count: facility,
  where: 'state == "2"',
  description: '当日状态为待维修的场所设施处数。',
  synonyms: ['损坏设施', '待维修设施'],
  by: ['kind'],
})

const repairShare = defineRatio({
  name: 'registry.repairShare',
  title: '待维修设施占比',
  unit: '%',
  numerator: facilitiesToRepair,
  denominator: facilities,
  description: '待维修的场所设施占全部场所设施的百分比。',
})

const guardedResidents = defineMetric({
  name: 'registry.guardedResidents',
  title: '登记了监护人的居民人数',
  unit: '人',
  count: personRelation,
  where: 'kind == "1"',
  distinct: 'person',
  description: '当日在人员关系中登记了监护人的居民人数，一人有几名监护人只计一次。',
})

const caredResidents = defineMetric({
  name: 'registry.caredResidents',
  title: '登记了照料人的居民人数',
  unit: '人',
  count: personRelation,
  where: 'kind == "2"',
  distinct: 'person',
  description: '当日在人员关系中登记了照料人的居民人数，一人有几名照料人只计一次。',
})

/** Numbers of organisations, agreements, facilities and relations, and of what people ask about homes. */
export const recordMetrics = [
  separatedResidents,
  emptyDwellings,
  organisations,
  enterprises,
  selfEmployed,
  socialOrganisations,
  agreements,
  facilities,
  facilitiesToRepair,
  repairShare,
  guardedResidents,
  caredResidents,
]
