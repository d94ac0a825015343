import { drawFrom, type Random } from './random.ts'
import { studiesAt } from './schooling.ts'

const plain = drawFrom([
  ['24', 46],
  ['17', 12],
  ['51', 14],
  ['54', 13],
  ['27', 5],
  ['90', 10],
] as const)
const educated = drawFrom([
  ['13', 26],
  ['17', 30],
  ['21', 12],
  ['11', 6],
  ['24', 12],
  ['51', 6],
  ['54', 6],
  ['90', 2],
] as const)

/** What somebody does for a living, GB/T 2261.4. */
export const drawTrade = (random: Random, schooling: string): string =>
  ['10', '20', '30'].includes(schooling) ? educated(random) : plain(random)

/** Age from which a pension is drawn. */
export const retirementAge = (sex: '1' | '2'): number => (sex === '1' ? 60 : 55)

/** Employment status by age; small children have none. */
export const employmentAt = (
  person: { sex: '1' | '2'; schooling: string; trade: string; hasPension: boolean },
  age: number,
): string | null => {
  if (age < 6) return null
  if (studiesAt(person.schooling, age)) return '31'
  if (age >= retirementAge(person.sex)) return person.hasPension ? '80' : '90'
  return age < 16 ? '90' : person.trade
}

const workplaces: Record<string, readonly string[]> = {
  '11': [
    '示范区民政局',
    '示范区税务局',
    '示范区住房和城乡建设局',
    '示范区人力资源和社会保障局',
    '示范区市场监督管理局',
    '幸福街道办事处',
  ],
  '13': [
    '示范区第一人民医院',
    '示范区中医院',
    '示范区实验小学',
    '示范区第二中学',
    '示范区职业技术学校',
    '正恒会计师事务所',
    '方圆建筑设计院',
  ],
  '17': [
    '宏达机械有限公司',
    '安信物业服务有限公司',
    '百汇商贸有限公司',
    '示范区自来水公司',
    '锦程物流有限公司',
    '新华书店',
    '建设银行示范区支行',
  ],
  '21': ['宏达机械有限公司', '远航科技有限公司', '百汇商贸有限公司', '恒泰置业有限公司', '锦程物流有限公司'],
  '24': [
    '宏达机械有限公司',
    '永兴纺织有限公司',
    '鑫源食品有限公司',
    '顺达公共交通有限公司',
    '安信物业服务有限公司',
    '恒泰建筑工程有限公司',
    '福满楼餐饮有限公司',
  ],
  '54': ['便民超市', '老味道面馆', '佳美理发店', '兴隆五金店', '鲜果时光水果店', '诚信汽车修理店'],
}

/** Where somebody of that employment status works; null where there is no workplace. */
export const drawWorkplace = (random: Random, employment: string | null): string | null => {
  const list = employment === null ? undefined : workplaces[employment]
  return list ? random.pick(list) : null
}
