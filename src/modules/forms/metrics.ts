import { defineMetric } from '../../core/definition/index.ts'
import { formRequest } from './definition.ts'

const total = defineMetric({
  name: 'formRequest.total',
  title: '下发表格份数',
  unit: '份',
  count: formRequest,
  description: '截至当日登记的、由上级或部门下发要求填报的表格份数。',
  synonyms: ['下发表格', '报表份数'],
})

const received = defineMetric({
  name: 'formRequest.received',
  title: '新收到的下发表格',
  unit: '份',
  count: formRequest,
  flow: 'entered',
  description: '期间内收到的、要求填报的表格份数。',
})

const repeating = defineMetric({
  name: 'formRequest.repeating',
  title: '重复要数的表格份数',
  unit: '份',
  count: formRequest,
  where: 'repeatedCount > 0',
  description: '截至当日登记的表格中，至少有一项在此前一年内已被要过的份数。',
  synonyms: ['重复要数', '重复报表'],
})

const cells = defineMetric({
  name: 'formRequest.cells',
  title: '机器填写的格数',
  unit: '格',
  count: formRequest,
  sum: 'cellCount',
  description: '截至当日登记的表格中，由台账自动填写的单元格数。同一份表填了几次，以最后一次为准。',
})

const minutes = defineMetric({
  name: 'formRequest.minutes',
  title: '自动填表节省的时间',
  unit: '分钟',
  count: formRequest,
  sum: 'minutesSaved',
  description:
    '机器填写的格数乘以手工填一格的假定秒数(默认 12 秒，可在报表负担页调整；填写时的假定随每份表记下)，折合分钟。',
  synonyms: ['填表节省时间'],
})

/** What asking for forms costs. */
export const formMetrics = [total, received, repeating, cells, minutes]
