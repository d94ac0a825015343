import type { FigureSheet } from '../../figures/figure-sheet.ts'
import type { Concern } from '../concern.ts'
import { say, sinceLastYear } from '../phrase.ts'
import type { ReportSubject } from '../template.ts'

const coverage = (sheet: FigureSheet): Concern[] => {
  const value = sheet.value('disability.careSubsidyCoverage')
  if (value === null || value === 100) return []
  const numbers = say`重度残疾人${sheet.number('disability.heavy')}人，享受护理补贴${sheet.number('disability.careSubsidy')}人`
  return value < 100
    ? [
        {
          told: say`护理补贴没有覆盖全部重度残疾人。${numbers}，未享受的原因有待逐人核实。`,
          plan: '核实护理补贴。对未享受补贴的重度残疾人逐人核实，符合条件的协助申办，不符合的说明原因。',
        },
      ]
    : [
        {
          told: say`护理补贴人数多于重度残疾人数。${numbers}，是否含其他等级的对象有待核实。`,
          plan: '复核护理补贴。对照政策逐人核对等级和资格，台账登记有误的及时更正。',
        },
      ]
}

const care = (sheet: FigureSheet): Concern[] =>
  (sheet.value('disability.heavy') ?? 0) > (sheet.value('disability.care') ?? 0)
    ? [
        {
          told: say`托养服务供给有限。重度残疾人${sheet.number('disability.heavy')}人，在册残疾人中享受托养服务的${sheet.number('disability.care')}人。`,
          plan: '摸清托养需求。逐户了解重度残疾人家庭的照护能力和意愿，按轻重缓急对接托养和居家照护服务。',
        },
      ]
    : []

const growth = (sheet: FigureSheet): Concern[] => {
  const [now, before] = [sheet.value('disability.total'), sheet.lastYear('disability.total')]
  return now !== null && before !== null && before > 0 && now > before
    ? [
        {
          told: say`服务对象增加。在册残疾人${sheet.number('disability.total')}人${sinceLastYear(sheet, 'disability.total')}，服务力量需要相应安排。`,
          plan: '充实服务力量。按残疾人分布调整残疾人专职委员和网格员的联系户，做到人人有人联系。',
        },
      ]
    : []
}

/** Where most of them live, once there are at least two areas to compare. */
const spread = (sheet: FigureSheet, { below }: ReportSubject): Concern[] => {
  const counts = below.map((area) => ({ ...area, count: sheet.value('disability.total', area.path) ?? 0 }))
  const [most, next] = counts.sort((one, other) => other.count - one.count)
  return most && next && most.count > 2 * next.count
    ? [
        {
          told: say`残疾人分布集中。${most.name}有${sheet.number('disability.total', most.path)}人，明显多于其他地方。`,
          plan: `向${most.name}倾斜服务力量，活动和上门服务优先在当地安排。`,
        },
      ]
    : []
}

/** Only what the figures show. */
export const concerns = (sheet: FigureSheet, subject: ReportSubject): Concern[] => [
  ...coverage(sheet),
  ...care(sheet),
  ...growth(sheet),
  ...spread(sheet, subject),
]
