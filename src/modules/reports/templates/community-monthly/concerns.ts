import type { FigureSheet } from '../../figures/figure-sheet.ts'
import type { Concern } from '../concern.ts'
import { listOf, say, sinceLastYear } from '../phrase.ts'

/** What {@link concerns} asks of the figures. */
export const concernMetrics = [
  'registry.elders60',
  'elderCare.total',
  'elderCare.coverage',
  'elderCare.alone',
  'elderCare.dependent',
  'disability.heavy',
  'disability.careSubsidy',
  'disability.careSubsidyCoverage',
  'assistance.margin',
  'unemployment.total',
  'unemployment.hardToEmploy',
]

const below100 = (sheet: FigureSheet, metric: string) => {
  const value = sheet.value(metric)
  return value !== null && value < 100
}
const some = (sheet: FigureSheet, metric: string) => (sheet.value(metric) ?? 0) > 0

/** Only what the figures show: a ledger that is not complete, a subsidy not drawn, many who need care or work. */
export const concerns = (sheet: FigureSheet): Concern[] => {
  const found: Concern[] = []
  if (below100(sheet, 'elderCare.coverage'))
    found.push({
      told: say`老年人台账还不完整。60周岁及以上居民${sheet.number('registry.elders60')}人，台账在册${sheet.number('elderCare.total')}人，建档率${sheet.number('elderCare.coverage')}%。`,
      plan: '补齐老年人台账。对照居民登记逐户核实60周岁及以上居民，符合条件的及时建档。',
    })
  if (some(sheet, 'elderCare.alone') || some(sheet, 'elderCare.dependent'))
    found.push({
      told: say`重点老年人的照护需要持续跟进。在册${listOf(sheet, [
        ['独居老年人', 'elderCare.alone', '人'],
        ['失能老年人', 'elderCare.dependent', '人'],
      ])}，需要固定的探访和照护安排。`,
      plan: '落实重点老年人探访。按独居、失能分类排出探访计划，责任到网格、到人，遇有变化及时处置。',
    })
  if (below100(sheet, 'disability.careSubsidyCoverage'))
    found.push({
      told: say`护理补贴没有覆盖全部重度残疾人。重度残疾人${sheet.number('disability.heavy')}人，享受护理补贴${sheet.number('disability.careSubsidy')}人，覆盖率${sheet.number('disability.careSubsidyCoverage')}%，未享受的原因有待逐人核实。`,
      plan: '核实护理补贴。对未享受补贴的重度残疾人逐人核实，符合条件的协助申办，不符合的说明原因。',
    })
  if (some(sheet, 'assistance.margin'))
    found.push({
      told: say`低保边缘人员收入不稳。在册${sheet.number('assistance.margin')}人，家庭收入和支出的变化需要经常掌握。`,
      plan: '跟踪低保边缘家庭。定期走访，家庭情况变化后符合条件的及时协助申请救助。',
    })
  if (some(sheet, 'unemployment.hardToEmploy'))
    found.push({
      told: say`就业援助任务较重。登记失业${sheet.number('unemployment.total')}人${sinceLastYear(sheet, 'unemployment.total')}，就业困难人员${sheet.number('unemployment.hardToEmploy')}人。`,
      plan: '做好就业援助。逐人了解就业困难人员的求职和培训意愿，推荐岗位，落实援助政策。',
    })
  return found
}
