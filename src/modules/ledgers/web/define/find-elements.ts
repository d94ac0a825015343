import { type Element, elements } from '../../../../core/dictionary/index.ts'

/** What an element belongs to, in words. */
const entities: Readonly<Record<string, string>> = {
  person: '居民',
  household: '住户',
  dwelling: '房屋',
  residence: '居住登记',
  building: '楼宇',
  rental: '出租房',
  organisation: '单位',
  place: '场所',
  component: '部件',
  hazard: '隐患',
  disability: '残疾',
  elderCare: '养老',
  unemployment: '失业',
  assistance: '救助',
  veteran: '优抚',
  guardian: '监护人',
  familyContact: '家庭联系人',
  student: '在读',
  leftBehindChild: '留守儿童',
  leftBehindPerson: '留守人员',
  partyMember: '党员',
  membership: '任职',
  volunteer: '志愿服务',
  matter: '诉求',
  dispute: '纠纷',
  visit: '走访',
}

export const entityTitle = (element: Element): string => entities[element.entity] ?? ''

const most = 12

/** Elements whose title, meaning or owner has the words, the closest title first. Those that are computed are left out. */
export const findElements = (text: string): Element[] => {
  const words = text.trim()
  if (words === '') return []
  const rank = (element: Element): number => {
    if (element.title === words) return 0
    if (element.title.startsWith(words)) return 1
    if (element.title.includes(words)) return 2
    if (`${entityTitle(element)}${element.title}`.includes(words)) return 3
    return element.description.includes(words) ? 4 : 9
  }
  return elements
    .filter(({ derived, entity }) => !derived && entities[entity] !== undefined)
    .map((element) => ({ element, rank: rank(element) }))
    .filter((each) => each.rank < 9)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ element }) => element)
}
