import { dateText } from '../../../../documents/official/index.ts'
import { areaTable, type Column } from '../area-table.ts'
import { problemsAndPlans } from '../concern.ts'
import { heading1, ofWhich, paragraph, rate, say, sinceLastYear } from '../phrase.ts'
import type { ReportTemplate } from '../template.ts'
import { concerns } from './concerns.ts'
import { kindTable, kindTableMetrics } from './tables.ts'
import { work } from './work.ts'

const columns: readonly Column[] = [
  { title: '残疾人', metric: 'disability.total' },
  { title: '重度', metric: 'disability.heavy' },
  { title: '生活补贴', metric: 'disability.livingSubsidy' },
  { title: '护理补贴', metric: 'disability.careSubsidy' },
  { title: '托养', metric: 'disability.care' },
]
const tableMetrics = columns.map(({ metric }) => metric)

/** 残疾人工作汇报: by kind and level, subsidies and care, children and elderly, area by area. */
export const disabilityWork: ReportTemplate = {
  name: 'disability-work',
  title: '残疾人工作汇报',
  description:
    '残疾人总数及变动、按类别和等级分列、两项补贴和托养服务、残疾儿童和老年残疾人，附各社区（网格）数据表。',
  periods: ['month', 'quarter', 'half', 'year'],
  metrics: [
    ...new Set([
      ...kindTableMetrics,
      ...tableMetrics,
      'disability.share',
      'disability.entered',
      'disability.left',
      'disability.careSubsidyCoverage',
      'disability.children',
      'disability.elderly',
    ]),
  ],
  below: tableMetrics,
  titleOf: ({ areaName, period }) => `${areaName}${period.title}残疾人工作汇报`,
  layOut: (sheet, subject) => [
    heading1('一、基本情况'),
    paragraph(
      say`截至${dateText(subject.asOf)}，${subject.areaName}残疾人台账在册${sheet.number('disability.total')}人${sinceLastYear(sheet, 'disability.total')}，${rate(sheet, '占常住居民的', 'disability.share', '占常住居民的比例')}${ofWhich(
        sheet,
        [
          ['重度残疾人（一、二级）', 'disability.heavy', '人'],
          ['残疾儿童（未满18周岁）', 'disability.children', '人'],
          ['老年残疾人（60周岁及以上）', 'disability.elderly', '人'],
        ],
      )}。${subject.period.title}${subject.asOf < subject.period.to ? '以来' : ''}新增${sheet.number('disability.entered')}人、退出${sheet.number('disability.left')}人。`,
    ),
    ...kindTable(sheet),
    ...areaTable(sheet, subject, columns),
    ...work(sheet),
    ...problemsAndPlans(concerns(sheet, subject), '下一阶段重点工作的时间安排和责任人'),
  ],
}
