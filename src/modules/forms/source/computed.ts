import { codeOfPath } from '../../../core/area/index.ts'
import type { Definition } from '../../../core/definition/index.ts'
import { ageOn } from '../../../core/time/index.ts'
import type { ElementValue } from '../../../documents/form/index.ts'
import { disability } from '../../ledgers/index.ts'
import type { FillContext, JoinedRow, Source, Step } from './source.ts'
import { householdStep, personStep } from './steps.ts'

type Compute = (row: JoinedRow, context: FillContext) => ElementValue | null

const text = (words: string): ElementValue => ({ kind: 'text', text: words })
const flag = (is: boolean): ElementValue => ({ kind: 'flag', flag: is })
const number = (value: number): ElementValue => ({ kind: 'number', number: value })

/** The name of the area at a length of path, where the row lies that deep. */
const areaName =
  (length: number): Compute =>
  ({ e }, { repository }) =>
    e.area.length >= length ? text(repository.areas.nameOf(e.area.slice(0, length))) : null

/** Code of 最低生活保障 in the ledger's list of household categories. */
const minimumAllowance = '2'

const subdistrict = 9
const community = 12

const grid: Compute = ({ e }, { repository }) =>
  e.area.length > community ? text(repository.areas.nameOf(e.area)) : null

const everywhere: Readonly<Record<string, readonly [title: string, compute: Compute]>> = {
  'meta.serialNumber': ['序号', (_, { serial }) => number(serial)],
  'meta.reportingUnit': ['填报单位', (_, { repository, area }) => text(repository.areas.nameOf(area))],
  'meta.filledOn': ['填报日期', (_, { asOf }) => ({ kind: 'date', date: asOf })],
  'meta.filledBy': ['填表人', (_, { repository }) => text(repository.actor.name)],
  'person.grid': ['所属网格', grid],
  'dwelling.grid': ['所属网格', grid],
  'organisation.grid': ['所属网格', grid],
  'area.gridCode': ['网格编号', ({ e }) => (e.area.length > community ? text(e.area) : null)],
  'area.name': ['所属区域', ({ e }, { repository }) => text(repository.areas.nameOf(e.area))],
  'area.code': ['区划代码', ({ e }) => text(codeOfPath(e.area.slice(0, community)))],
  'area.town': ['街道', areaName(subdistrict)],
  'area.village': ['社区', areaName(community)],
}

const computed = (
  key: string,
  title: string,
  from: string,
  steps: readonly Step[],
  compute: Compute,
): Source => ({ key, title, from, steps, sensitive: false, compute })

/** What follows from records, day and place: serial numbers, ages, area names, whether somebody is in a ledger. */
export const computedSource = (base: Definition, key: string): Source | undefined => {
  const plain = Object.hasOwn(everywhere, key) ? everywhere[key] : undefined
  if (plain) return computed(key, plain[0], '自动', [], plain[1])
  const person = personStep(base)
  if (person === undefined) return undefined
  const home = householdStep(base)!
  const other = (ledger: string): Step => (base.name === ledger ? 'e' : `l_${ledger}`)
  switch (key) {
    case 'person.age':
      return computed(key, '年龄', '由出生日期推算', [person], (row, { asOf }) => {
        const born = row[person]?.birth_date
        return typeof born === 'string' ? number(ageOn(born, asOf)) : null
      })
    case 'household.size':
      return computed(key, '家庭人口', '住户成员数', [home], (row) => {
        const size = row[home]?.size
        return typeof size === 'number' ? number(size) : null
      })
    case 'disability.hasCertificate': {
      const step = other(disability.name)
      return computed(key, '是否持有残疾人证', '残疾人台账', [step], (row) =>
        flag(Boolean(row[step]?.fields?.certificateNumber)),
      )
    }
    case 'disability.subsidies': {
      const step = other(disability.name)
      return computed(key, '残疾人补贴情况', '残疾人台账', [step], (row) => {
        const { livingSubsidy, careSubsidy } = row[step]?.fields ?? {}
        const both = [livingSubsidy && '生活补贴', careSubsidy && '护理补贴'].filter(Boolean)
        return both.length > 0 ? text(both.join('、')) : row[step] ? text('无') : null
      })
    }
    case 'assistance.isDibao': {
      const step = other('assistance')
      return computed(key, '是否低保', '低保台账', [step], (row) =>
        flag(row[step]?.fields?.familyCategory === minimumAllowance),
      )
    }
    default:
      return undefined
  }
}

/** Elements that {@link computedSource} may know, for the list of choices. */
export const computedKeys = [
  ...Object.keys(everywhere),
  'person.age',
  'household.size',
  'disability.hasCertificate',
  'disability.subsidies',
  'assistance.isDibao',
]
