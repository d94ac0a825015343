import { expect, it } from 'vitest'
import { disabilityKind, disabilityLevel } from '../../../core/code/index.ts'
import { code, date, defineLedger, defineMetric, defineRatio } from '../../../core/definition/index.ts'
import { findMetric } from './segment.ts'

const ledger = defineLedger({
  name: 'disability',
  title: '残疾人台账',
  unit: '人',
  description: '',
  fields: {
    kind: { type: code(disabilityKind), title: '残疾类别', required: true },
    level: { type: code(disabilityLevel), title: '残疾等级', required: true },
    onsetDate: { type: date, title: '残疾时间' },
  },
})
const heavy = defineMetric({
  name: 'heavy',
  title: '重度残疾人数',
  unit: '人',
  count: ledger,
  where: 'level == "1" || level == "2"',
  description: '重度残疾的人数。',
  by: ['kind', 'level'],
})
const share = defineRatio({
  name: 'share',
  title: '占比',
  unit: '%',
  numerator: heavy,
  denominator: heavy,
  description: '',
})
const metrics = new Map([heavy, share].map((metric) => [metric.name, metric]))

it('narrows a metric to codes of its dimensions, rule and words alike', () => {
  expect(findMetric(metrics, 'heavy')).toBe(heavy)
  expect(findMetric(metrics, 'heavy;kind=4;level=1')).toMatchObject({
    name: 'heavy;kind=4;level=1',
    title: '重度残疾人数（肢体残疾）（一级）',
    description: '重度残疾的人数。其中残疾类别为肢体残疾。其中残疾等级为一级。',
    where: '((level == "1" || level == "2") && kind == "4") && level == "1"',
    by: [],
  })
})

it('knows no segment by another field, an unknown code, twice the same or of a share', () => {
  for (const name of [
    'none',
    'heavy;onsetDate=2020-01-01',
    'heavy;kind=99',
    'heavy;kind',
    'heavy;=4',
    'heavy;kind=4;kind=5',
    'heavy;kind=4" || true || kind == "5',
    'share;kind=4',
  ])
    expect(findMetric(metrics, name), name).toBeUndefined()
})
