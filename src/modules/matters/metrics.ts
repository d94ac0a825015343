import {
  type CountMetric,
  defineMetric,
  defineRatio,
  type MetricDefinition,
} from '../../core/definition/index.ts'
import { matter } from './definition.ts'

const by = ['category', 'channel', 'owner'] as const

const received = defineMetric({
  name: 'matter.received',
  title: '受理诉求件数',
  unit: '件',
  description: '统计期内受理的诉求。重新办理的不重复计。',
  synonyms: ['受理诉求', '接到诉求', '收到居民诉求', '受理群众诉求'],
  count: matter,
  flow: 'entered',
  by,
})

const open = defineMetric({
  name: 'matter.open',
  title: '在办诉求件数',
  unit: '件',
  description: '截止日还没有办结的诉求，含待签收、已暂停、待回访的。',
  synonyms: ['在办诉求', '正在办理的诉求'],
  count: matter,
  by: [...by, 'state'],
})

const overdue = defineMetric({
  name: 'matter.overdue',
  title: '超期诉求件数',
  unit: '件',
  description: '截止日已超过办结期限、还没有答复的诉求。',
  synonyms: ['超期未办结', '逾期诉求'],
  count: matter,
  where: 'overdue == true',
  by,
})

/** Closed by way of being dealt with: what was merged or taken back is counted nowhere. */
const dealtWith = "closing != 'merged' && closing != 'withdrawn'"

const closedWhere = (
  name: string,
  title: string,
  description: string,
  where: string,
  synonyms: readonly string[] = [],
): CountMetric =>
  defineMetric({
    name: `matter.${name}`,
    title,
    unit: '件',
    description,
    synonyms,
    count: matter,
    flow: 'left',
    where: `${dealtWith} && ${where}`,
    by,
  })

const closed = defineMetric({
  name: 'matter.closed',
  title: '办结诉求件数',
  unit: '件',
  description: '统计期内办结的诉求，不含并入其他诉求和本人撤回的。',
  synonyms: ['办结诉求', '办结件数', '化解诉求'],
  count: matter,
  flow: 'left',
  where: dealtWith,
  by,
})
const asked = closedWhere(
  'asked',
  '回访到本人的办结件数',
  '统计期内办结、回访时联系上本人的诉求。',
  "(closing == 'solved' || closing == 'explained')",
)
const solved = closedWhere(
  'solved',
  '已解决诉求件数',
  '统计期内办结、反映人在回访时说已经解决的诉求。',
  'solved == true',
  ['解决诉求'],
)
const satisfied = closedWhere(
  'satisfied',
  '满意诉求件数',
  '统计期内办结、反映人在回访时表示满意或基本满意的诉求。',
  "(satisfaction == 'satisfied' || satisfaction == 'fair')",
)
const responded = closedWhere(
  'responded',
  '按时响应诉求件数',
  '统计期内办结、在签收期限内有了响应的诉求。',
  'respondedInTime == true',
)
const accepted = closedWhere(
  'acceptedInTime',
  '按时签收诉求件数',
  '统计期内办结、每次交办都在期限内签收的诉求。',
  'acceptedInTime == true',
)
const finished = closedWhere(
  'finishedInTime',
  '按时办结诉求件数',
  '统计期内办结、在办结期限内答复的诉求。',
  'finishedInTime == true',
)
const reworked = closedWhere(
  'reworked',
  '发回重办诉求件数',
  '统计期内办结、曾因没有解决而重新办理的诉求。',
  'reopened > 0',
)
const returned = closedWhere(
  'returned',
  '曾被退回诉求件数',
  '统计期内办结、曾被承办单位退回的诉求。',
  'returns > 0',
)

const share = (
  name: string,
  title: string,
  numerator: CountMetric,
  denominator: CountMetric,
  synonyms: readonly string[] = [],
) =>
  defineRatio({
    name: `matter.${name}`,
    title,
    unit: '%',
    description: `${numerator.title}占${denominator.title}的比例。`,
    synonyms,
    numerator,
    denominator,
  })

/** What is measured of matters: of areas, bodies and categories, never of people who work. */
export const matterMetrics: readonly MetricDefinition[] = [
  received,
  open,
  overdue,
  closed,
  asked,
  solved,
  satisfied,
  responded,
  accepted,
  finished,
  reworked,
  returned,
  share('responseRate', '诉求响应率', responded, closed, ['响应率']),
  share('solvedRate', '诉求解决率', solved, asked, ['解决率']),
  share('satisfiedRate', '诉求满意率', satisfied, asked, ['满意率', '群众满意率']),
  share('acceptedInTimeRate', '按时签收率', accepted, closed),
  share('finishedInTimeRate', '按时办结率', finished, closed, ['按期办结率', '办结率']),
  share('reworkedRate', '发回重办率', reworked, closed, ['重办率']),
]
