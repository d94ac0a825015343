import { problemsAndPlans } from '../concern.ts'
import type { ReportTemplate } from '../template.ts'
import { basics, basicsMetrics, tableMetrics } from './basics.ts'
import { concernMetrics, concerns } from './concerns.ts'
import { work, workMetrics } from './work.ts'

/** 社区月度工作汇报: residents and what changed, then each line of work as its ledger shows it. */
export const communityMonthly: ReportTemplate = {
  name: 'community-monthly',
  title: '社区月度工作汇报',
  description:
    '人口及当月变动、为老、助残、社会救助、就业、志愿服务，与上年同期比较，附各网格（社区）数据表。',
  periods: ['month'],
  metrics: [...new Set([...basicsMetrics, ...workMetrics, ...concernMetrics, ...tableMetrics])],
  below: tableMetrics,
  titleOf: ({ areaName, period }) => `${areaName}${period.title}工作汇报`,
  layOut: (sheet, subject) => [
    ...basics(sheet, subject),
    ...work(sheet, subject),
    ...problemsAndPlans(concerns(sheet), '下月重点工作的时间安排和责任人'),
  ],
}
