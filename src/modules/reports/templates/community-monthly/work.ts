import type { OfficialBlock } from '../../../../documents/official/index.ts'
import type { FigureSheet } from '../../figures/figure-sheet.ts'
import {
  heading1,
  heading2,
  type Item,
  ofWhich,
  paragraph,
  prompt,
  rate,
  say,
  sinceLastYear,
} from '../phrase.ts'
import type { ReportSubject } from '../template.ts'

const living: readonly Item[] = [
  ['独居', 'elderCare.alone', '人'],
  ['空巢', 'elderCare.emptyNest', '人'],
  ['半失能', 'elderCare.halfDependent', '人'],
  ['失能', 'elderCare.dependent', '人'],
]
const subsidies: readonly Item[] = [
  ['享受困难残疾人生活补贴', 'disability.livingSubsidy', '人'],
  ['享受重度残疾人护理补贴', 'disability.careSubsidy', '人'],
  ['享受托养服务', 'disability.care', '人'],
]
const aid: readonly Item[] = [
  ['低保', 'assistance.dibao', '人'],
  ['特困人员', 'assistance.destitute', '人'],
  ['低保边缘', 'assistance.margin', '人'],
]

const ledgers = ['elderCare', 'disability', 'assistance', 'unemployment']

export const workMetrics = [
  'registry.movedIn',
  'registry.movedOut',
  ...ledgers.flatMap((ledger) => [`${ledger}.total`, `${ledger}.entered`, `${ledger}.left`]),
  ...[...living, ...subsidies, ...aid].map(([, metric]) => metric),
  'elderCare.coverage',
  'disability.heavy',
  'assistance.dibaoHouseholds',
  'assistance.dibaoAmount',
  'unemployment.hardToEmploy',
  'volunteerTeam.total',
  'volunteerTeam.members',
]

/** 本月, or 本月以来 while the month lasts. */
const month = ({ period, asOf }: ReportSubject) => (asOf < period.to ? '本月以来' : '本月')

/** 二、主要工作: one heading for each ledger; what was done besides is asked for. */
export const work = (sheet: FigureSheet, subject: ReportSubject): OfficialBlock[] => {
  const during = month(subject)
  const total = (ledger: string) =>
    say`${sheet.number(`${ledger}.total`)}人${sinceLastYear(sheet, `${ledger}.total`)}`
  const flow = (ledger: string) =>
    say`${during}新增${sheet.number(`${ledger}.entered`)}人、退出${sheet.number(`${ledger}.left`)}人。`
  return [
    heading1('二、主要工作'),
    heading2('（一）居民信息更新'),
    paragraph(
      say`${during}新增居民（迁入、出生）${sheet.number('registry.movedIn')}人，减少居民（迁出、去世）${sheet.number('registry.movedOut')}人${updated(sheet)}。${prompt('本月入户走访、信息核实的安排和完成情况')}`,
    ),
    heading2('（二）为老服务'),
    paragraph(
      say`老年人台账在册${total('elderCare')}，${rate(sheet, '建档率', 'elderCare.coverage')}${ofWhich(sheet, living)}。${flow('elderCare')}${prompt('本月开展的探访、助餐、健康和文体活动')}`,
    ),
    heading2('（三）助残服务'),
    paragraph(
      say`残疾人台账在册${total('disability')}${ofWhich(sheet, [['重度残疾人', 'disability.heavy', '人']])}${ofWhich(sheet, subsidies, '；')}。${flow('disability')}${prompt('本月开展的康复、就业、文体等助残活动')}`,
    ),
    heading2('（四）社会救助'),
    paragraph(
      say`在册救助对象${total('assistance')}${ofWhich(sheet, aid)}。${dibao(sheet)}${flow('assistance')}${prompt('本月入户核查、临时救助和慰问的情况')}`,
    ),
    heading2('（五）就业服务'),
    paragraph(
      say`登记失业人员${total('unemployment')}${ofWhich(sheet, [['就业困难人员', 'unemployment.hardToEmploy', '人']])}。${flow('unemployment')}${prompt('本月组织的招聘、培训和岗位推荐')}`,
    ),
    heading2('（六）志愿服务'),
    paragraph(
      say`现有志愿服务队伍${sheet.number('volunteerTeam.total')}支${ofWhich(sheet, [['队员', 'volunteerTeam.members', '人（参加几支队伍的分别计算）']], '、')}。${prompt('本月开展的志愿服务活动、参加人数和服务时长')}`,
    ),
  ]
}

const updated = (sheet: FigureSheet) =>
  sheet.value('registry.movedIn') === 0 && sheet.value('registry.movedOut') === 0
    ? ''
    : '，均已在居民登记中更新'

const dibao = (sheet: FigureSheet) =>
  sheet.value('assistance.dibao') === 0
    ? []
    : say`低保家庭${sheet.number('assistance.dibaoHouseholds')}户，每月发放低保金${sheet.number('assistance.dibaoAmount')}元。`
