import { defineMetric, defineRatio } from '../../core/definition/index.ts'
import { elders60, residents, workingAge } from '../registry/index.ts'
import { assistance, disability, elderCare, unemployment, volunteerTeam } from './definition.ts'
import { furtherMetrics, furtherTotals } from './further-metrics.ts'
import { flow, segments } from './metric-kinds.ts'
import { upkeepMetrics } from './upkeep-metrics.ts'

const byDisability = ['kind', 'level', 'person.sex']

const disabled = defineMetric({
  name: 'disability.total',
  title: '残疾人数',
  unit: '人',
  count: disability,
  description: '当日在残疾人台账中的人数。',
  synonyms: ['残疾人', '残疾居民', '残疾人总数'],
  by: byDisability,
})

const [certified, heavy, physical, mental, livingSubsidy, careSubsidy, cared, children, elderly] = segments(
  disability,
  byDisability,
  [
    {
      name: 'certified',
      title: '持证残疾人数',
      where: 'has(kind) && has(level)',
      description: '当日经评定、有残疾类别和等级的人数。',
      synonyms: ['持证残疾人'],
    },
    {
      name: 'heavy',
      title: '重度残疾人数',
      where: 'level in ["1", "2"]',
      description: '当日残疾等级为一级或二级的人数。',
      synonyms: ['重度残疾人', '一二级残疾人'],
    },
    {
      name: 'physical',
      title: '肢体残疾人数',
      where: 'kind == "4"',
      description: '当日残疾类别为肢体残疾的人数。',
      by: ['level', 'person.sex'],
    },
    {
      name: 'mental',
      title: '智力和精神残疾人数',
      where: 'kind in ["5", "6"]',
      description: '当日残疾类别为智力或精神残疾的人数。',
    },
    {
      name: 'livingSubsidy',
      title: '享受困难残疾人生活补贴人数',
      where: 'livingSubsidy == true',
      description: '当日享受困难残疾人生活补贴的人数。',
      synonyms: ['生活补贴'],
    },
    {
      name: 'careSubsidy',
      title: '享受重度残疾人护理补贴人数',
      where: 'careSubsidy == true',
      description: '当日享受重度残疾人护理补贴的人数。',
      synonyms: ['护理补贴'],
    },
    {
      name: 'care',
      title: '享受托养服务人数',
      where: 'hasCareService == true',
      description: '当日享受托养服务的残疾人数。',
      synonyms: ['托养服务'],
    },
    {
      name: 'children',
      title: '残疾儿童人数',
      where: 'person.age < 18',
      description: '当日未满 18 周岁的残疾人数。',
      synonyms: ['残疾儿童'],
    },
    {
      name: 'elderly',
      title: '老年残疾人数',
      where: 'person.age >= 60',
      description: '当日年满 60 周岁的残疾人数。',
      synonyms: ['老年残疾人'],
    },
  ],
)

const disabilityShares = [
  defineRatio({
    name: 'disability.share',
    title: '残疾人占居民比例',
    unit: '%',
    numerator: disabled,
    denominator: residents,
    description: '残疾人数占常住居民的百分比。',
    decimals: 2,
  }),
  defineRatio({
    name: 'disability.careSubsidyCoverage',
    title: '重度残疾人护理补贴覆盖率',
    unit: '%',
    numerator: careSubsidy!,
    denominator: heavy!,
    description: '享受护理补贴的人数与重度残疾人数之比。',
    synonyms: ['护理补贴覆盖率'],
  }),
]

const elders = defineMetric({
  name: 'elderCare.total',
  title: '老年人台账人数',
  unit: '人',
  count: elderCare,
  description: '当日在老年人台账中的人数。',
  synonyms: ['老年人', '老年人数'],
  by: ['currentStatus', 'livingArrangement', 'person.sex'],
})

const [alone, emptyNest, frail, disabledElders, aged80, aged90, aged100] = segments(
  elderCare,
  ['currentStatus', 'livingArrangement', 'person.sex'],
  [
    {
      name: 'alone',
      title: '独居老年人数',
      where: 'livingArrangement == "1"',
      description: '当日居住情况为独居的老年人数。',
      synonyms: ['独居老人', '独居老年人'],
    },
    {
      name: 'emptyNest',
      title: '空巢老年人数',
      where: 'livingArrangement == "2"',
      description: '当日居住情况为空巢的老年人数。',
      synonyms: ['空巢老人', '空巢老年人'],
    },
    {
      name: 'halfDependent',
      title: '半失能老年人数',
      where: 'currentStatus == "2"',
      description: '当日状况为半失能的老年人数。',
      synonyms: ['半失能老人'],
    },
    {
      name: 'dependent',
      title: '失能老年人数',
      where: 'currentStatus == "3"',
      description: '当日状况为失能的老年人数。',
      synonyms: ['失能老人', '失能老年人'],
    },
    {
      name: 'aged80',
      title: '80 周岁及以上老年人数',
      where: 'person.age >= 80',
      description: '当日老年人台账中年满 80 周岁的人数。',
      synonyms: ['高龄老年人'],
    },
    {
      name: 'aged90',
      title: '90 周岁及以上老年人数',
      where: 'person.age >= 90',
      description: '当日老年人台账中年满 90 周岁的人数。',
    },
    {
      name: 'aged100',
      title: '百岁老人数',
      where: 'person.age >= 100',
      description: '当日老年人台账中年满 100 周岁的人数。',
      synonyms: ['百岁老人'],
    },
  ],
)

const elderCoverage = defineRatio({
  name: 'elderCare.coverage',
  title: '老年人建档率',
  unit: '%',
  numerator: elders,
  denominator: elders60,
  description: '老年人台账人数与 60 周岁及以上居民人数之比。',
  synonyms: ['老年人建档率'],
})

const assisted = defineMetric({
  name: 'assistance.total',
  title: '救助人数',
  unit: '人',
  count: assistance,
  description: '当日在低保台账中的人数，包括低保、特困和低保边缘。',
  synonyms: ['救助对象', '困难群众'],
  by: ['familyCategory', 'reason', 'person.sex'],
})

const [dibao, destitute, margin] = segments(
  assistance,
  ['reason', 'person.sex'],
  [
    {
      name: 'dibao',
      title: '低保人数',
      where: 'familyCategory == "2"',
      description: '当日享受最低生活保障的人数。',
      synonyms: ['低保对象', '低保人员'],
    },
    {
      name: 'destitute',
      title: '特困人员数',
      where: 'familyCategory == "1"',
      description: '当日特困供养的人数。',
      synonyms: ['特困人员'],
    },
    {
      name: 'margin',
      title: '低保边缘人数',
      where: 'familyCategory == "3"',
      description: '当日低保边缘家庭的人数。',
      synonyms: ['低保边缘'],
    },
  ],
)

const dibaoHouseholds = defineMetric({
  name: 'assistance.dibaoHouseholds',
  title: '低保户数',
  unit: '户',
  count: assistance,
  where: 'familyCategory == "2"',
  distinct: 'person.household',
  description: '当日有低保人员的住户数。',
  synonyms: ['低保户', '低保家庭'],
})

const dibaoAmount = defineMetric({
  name: 'assistance.dibaoAmount',
  title: '低保金月发放额',
  unit: '元',
  count: assistance,
  where: 'familyCategory == "2"',
  sum: 'amount',
  description: '当日低保人员每月领取金额之和。',
  synonyms: ['低保金', '低保资金'],
})

const unemployed = defineMetric({
  name: 'unemployment.total',
  title: '登记失业人数',
  unit: '人',
  count: unemployment,
  description: '当日在失业人员台账中的人数。',
  synonyms: ['失业人员', '失业人数'],
  by: ['reason', 'category', 'jobIntention', 'person.sex'],
})

const [hardToEmploy] = segments(
  unemployment,
  ['reason', 'person.sex'],
  [
    {
      name: 'hardToEmploy',
      title: '就业困难人员数',
      where: 'isHardToEmploy == true',
      description: '当日认定为就业困难的失业人数。',
      synonyms: ['就业困难人员'],
    },
  ],
)

const unemploymentShare = defineRatio({
  name: 'unemployment.share',
  title: '登记失业人数占劳动年龄居民比例',
  unit: '%',
  numerator: unemployed,
  denominator: workingAge,
  description: '登记失业人数与 16—59 周岁居民人数之比。不同于统计部门的调查失业率。',
  decimals: 2,
})

const teams = defineMetric({
  name: 'volunteerTeam.total',
  title: '志愿服务队伍数',
  unit: '支',
  count: volunteerTeam,
  description: '当日在册的志愿服务队伍数。',
  synonyms: ['志愿服务队', '志愿服务队伍', '志愿队伍'],
  by: ['kind'],
})

const volunteers = defineMetric({
  name: 'volunteerTeam.members',
  title: '志愿服务队员人数',
  unit: '人',
  count: volunteerTeam,
  sum: 'memberCount',
  description: '当日各志愿服务队伍队员人数之和；一人参加几支队伍的，按队伍分别计算。',
  synonyms: ['志愿者', '志愿者人数', '志愿服务队员'],
  by: ['kind'],
})

/** How many entries each ledger has. */
export const ledgerTotals = [disabled, elders, assisted, unemployed, teams, ...furtherTotals]

export const ledgerMetrics = [
  disabled,
  certified!,
  heavy!,
  physical!,
  mental!,
  livingSubsidy!,
  careSubsidy!,
  cared!,
  children!,
  elderly!,
  ...disabilityShares,
  ...flow(disability, '残疾人'),
  elders,
  alone!,
  emptyNest!,
  frail!,
  disabledElders!,
  aged80!,
  aged90!,
  aged100!,
  elderCoverage,
  ...flow(elderCare, '老年人'),
  assisted,
  dibao!,
  destitute!,
  margin!,
  dibaoHouseholds,
  dibaoAmount,
  ...flow(assistance, '救助人员'),
  unemployed,
  hardToEmploy!,
  unemploymentShare,
  ...flow(unemployment, '失业人员'),
  teams,
  volunteers,
  ...furtherMetrics,
  ...ledgerTotals.flatMap(upkeepMetrics),
]
