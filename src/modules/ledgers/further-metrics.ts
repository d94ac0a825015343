import { defineMetric } from '../../core/definition/index.ts'
import { floatingResident } from './definitions/floating.ts'
import { hazard } from './definitions/hazard.ts'
import { leftBehindChild, leftBehindElder } from './definitions/left-behind.ts'
import { publicityPosition } from './definitions/publicity-position.ts'
import { rental } from './definitions/rental.ts'
import { residentOrganisation } from './definitions/resident-organisation.ts'
import { veteran } from './definitions/veteran.ts'
import { volunteer } from './definitions/volunteer.ts'
import { countOf, flow, segments } from './metric-kinds.ts'

const children = countOf(
  leftBehindChild,
  '留守儿童人数',
  ['留守儿童'],
  ['situation', 'guardianshipKind', 'person.sex'],
)
const elders = countOf(leftBehindElder, '留守老人人数', ['留守老人'], ['livingArrangement', 'person.sex'])
const veterans = countOf(veteran, '退役军人和优抚对象人数', ['退役军人', '优抚对象'], ['kind', 'person.sex'])
const floating = countOf(
  floatingResident,
  '登记流动人口人数',
  ['流动人口台账人数'],
  ['inflowReason', 'lodgingKind'],
)
const rentals = countOf(rental, '出租房数', ['出租房', '出租房屋'], ['kind', 'hasEmergencyExit'])
const hazards = countOf(hazard, '在册隐患数', ['隐患', '安全隐患'], ['kind', 'level', 'isRectified'])
const people = countOf(volunteer, '登记志愿者人数', ['注册志愿者'], ['teamKind', 'person.sex'])
const positions = countOf(publicityPosition, '宣传阵地数', ['宣传阵地'], ['kind'])
const organisations = countOf(residentOrganisation, '驻区单位数', ['驻区单位'], ['kind'])

/** How many entries each of these ledgers has. */
export const furtherTotals = [
  children,
  elders,
  veterans,
  floating,
  rentals,
  hazards,
  people,
  positions,
  organisations,
]

const [entrusted] = segments(
  leftBehindChild,
  ['situation', 'person.sex'],
  [
    {
      name: 'entrusted',
      title: '有委托监护人的留守儿童人数',
      where: 'hasEntrustedGuardian == true',
      description: '当日留守儿童中有委托监护人的人数。',
    },
  ],
)

const [open, grave] = segments(
  hazard,
  ['kind', 'level'],
  [
    {
      name: 'open',
      title: '未整改隐患数',
      where: '!(isRectified == true)',
      description: '当日在册、还没有整改的隐患数。',
      synonyms: ['待整改隐患'],
    },
    {
      name: 'grave',
      title: '重大隐患数',
      where: 'level == "3"',
      description: '当日在册的重大隐患数。',
    },
  ],
)

const [unsafe] = segments(
  rental,
  ['kind'],
  [
    {
      name: 'unsafe',
      title: '没有安全通道的出租房数',
      where: 'hasEmergencyExit == false',
      description: '当日在册、登记为没有安全通道的出租房数。',
    },
  ],
)

const employees = defineMetric({
  name: 'residentOrganisation.employees',
  title: '驻区单位从业人数',
  unit: '人',
  count: residentOrganisation,
  sum: 'employeeCount',
  description: '当日各驻区单位从业人数之和。',
  by: ['kind'],
})

/** The numbers of the ledgers beside the first five: how many, by what, how many came and went. */
export const furtherMetrics = [
  children,
  entrusted!,
  ...flow(leftBehindChild, '留守儿童'),
  elders,
  ...flow(leftBehindElder, '留守老人'),
  veterans,
  ...flow(veteran, '退役军人和优抚对象'),
  floating,
  ...flow(floatingResident, '登记流动人口'),
  rentals,
  unsafe!,
  ...flow(rental, '出租房'),
  hazards,
  open!,
  grave!,
  ...flow(hazard, '隐患'),
  people,
  ...flow(volunteer, '志愿者'),
  positions,
  organisations,
  employees,
]
