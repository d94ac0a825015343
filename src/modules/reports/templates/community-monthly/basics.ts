import { dateText, type OfficialBlock } from '../../../../documents/official/index.ts'
import type { FigureSheet } from '../../figures/figure-sheet.ts'
import { areaTable, type Column } from '../area-table.ts'
import { heading1, ofWhich, paragraph, rate, say, sinceLastYear } from '../phrase.ts'
import type { ReportSubject } from '../template.ts'

const columns: readonly Column[] = [
  { title: '常住居民', metric: 'registry.residents' },
  { title: '60周岁及以上', metric: 'registry.elders60' },
  { title: '残疾人', metric: 'disability.total' },
  { title: '救助对象', metric: 'assistance.total' },
  { title: '登记失业', metric: 'unemployment.total' },
]

export const tableMetrics = columns.map(({ metric }) => metric)

export const basicsMetrics = [
  'registry.residents',
  'registry.households',
  'registry.registeredResidents',
  'registry.floatingResidents',
  'registry.dwellings',
  'registry.rentedDwellings',
  'registry.elders60',
  'registry.elders80',
  'registry.elderShare',
  'registry.children',
]

/** 一、基本情况: who lives here, in how many homes, how old, and how that compares with a year before. */
export const basics = (sheet: FigureSheet, subject: ReportSubject): OfficialBlock[] => [
  heading1('一、基本情况'),
  paragraph(
    say`截至${dateText(subject.asOf)}，${subject.areaName}共有住户${sheet.number('registry.households')}户、常住居民${sheet.number('registry.residents')}人${sinceLastYear(sheet, 'registry.residents')}${ofWhich(
      sheet,
      [
        ['户籍居民', 'registry.registeredResidents', '人'],
        ['流动人口', 'registry.floatingResidents', '人'],
      ],
      '；其中',
    )}。登记房屋${sheet.number('registry.dwellings')}套${ofWhich(sheet, [
      ['出租房屋', 'registry.rentedDwellings', '套'],
    ])}。`,
  ),
  paragraph(
    say`60周岁及以上居民${sheet.number('registry.elders60')}人${sinceLastYear(sheet, 'registry.elders60')}，${rate(sheet, '占常住居民的', 'registry.elderShare', '占常住居民的比例')}${ofWhich(
      sheet,
      [['80周岁及以上', 'registry.elders80', '人']],
    )}；未满15周岁居民${sheet.number('registry.children')}人。`,
  ),
  ...areaTable(sheet, subject, columns),
]
