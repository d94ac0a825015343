import { personNouns } from './bare-words.ts'
import { entityOf, lexicon } from './lexicon.ts'

/** What a form is about, as far as its title and headers tell. */
export interface Subject {
  readonly kind: SubjectKind
  /** Entities in the order in which bare words such as 登记日期 are to be understood. */
  readonly entities: readonly string[]
  /** Those that the kind of form and its title bring by themselves; the rest its headers suggest. */
  readonly core: ReadonlySet<string>
  /** Entities of the ledgers that the title names. */
  readonly topics: readonly string[]
  /** Entities that may occur in such a form at all. */
  readonly allowed: ReadonlySet<string>
}

export type SubjectKind =
  | 'person'
  | 'organisation'
  | 'place'
  | 'dwelling'
  | 'rental'
  | 'building'
  | 'component'
  | 'matter'
  | 'activity'
  | 'archive'
  | 'area'
  | 'statistics'

/** Words of a title that name a matter of persons, more special ones first. */
const personTopics: readonly (readonly [RegExp, readonly string[]])[] = [
  [/残疾|助残/, ['disability']],
  [/见义勇为/, ['bravery']],
  [/留守儿童(?!.*(?:妇女|老人|人员))/, ['leftBehindChild', 'familyContact', 'guardian']],
  [/留守/, ['leftBehindPerson', 'leftBehindChild', 'familyContact', 'guardian']],
  [/未落户|未落常住|无户口/, ['unregistered']],
  [/流动人口|暂住|外来人口|来.{0,2}人员|居住证|寄住|流入/, ['residence']],
  [/失业|下岗|就业|求职|劳动力/, ['unemployment']],
  [/优抚|退役|退伍|军属|烈属|复员|优待/, ['veteran']],
  [/党员|党支部/, ['partyMember']],
  [/志愿|义工/, ['volunteer', 'membership']],
  [/成员|队伍|小组|团队|组织|干部|委员|网格员/, ['membership']],
  [/老年|老人|高龄|空巢|孤寡|离退休|退休|养老/, ['elderCare']],
  [/低保|低边|低收入|救助|困难|贫困|特困|帮扶|保障|救济|脱贫|孤儿/, ['assistance']],
  [/学生|学籍|儿童|青少年|学龄/, ['student', 'guardian']],
]

/** Headers that say what each row is; the first of them decides. */
const anchors: readonly (readonly [RegExp, SubjectKind])[] = [
  [
    new RegExp(
      `^(?:(?:${personNouns}|中文)?(?:姓名|身份证号)|(?:${personNouns.replace(/\|对象|\|[^|]*[走探巡被][访走探]+(?:对象|人)/g, '')})|公民身份号|人员名称)$`,
    ),
    'person',
  ],
  [/^户主(?:姓名)?$/, 'person'],
  [/^(场所|场地|活动场所|阵地)名称$/, 'place'],
  [
    /^(?:单位|企业|学校|医院|公司|机构|组织|社会组织|店铺|商户|幼儿园|网吧|协会|合作社|药店|门店|经营户|社团|养老机构|厂|工厂|银行|个体户|商铺|团体|民办非企业|经营单位|法人)(?:名称|全称)$/,
    'organisation',
  ],
  [/^(营业执照号|统一社会信用代码|法定代表人|法人代表)$/, 'organisation'],
  [/^(房屋|住房|出租房|出租屋|房产|房屋准确).{0,2}(地址|坐落|编号|编码|证号|详址)$/, 'dwelling'],
  [/^(出租人|房东|出租方)(姓名)?$/, 'rental'],
  [/^(楼宇|建筑物|楼栋|大楼|大厦|楼房)(名称|编号)$/, 'building'],
  [/^(部件|设施)(名称|标识码|编号|编码|类型|类别)$/, 'component'],
  [/^(活动名称|活动主题|志愿活动名称)$/, 'activity'],
  [
    /^(工单号|工单编号|工单标题|事件名称|事件标题|事件类型|事件状态|诉求内容|受理编号|表单号|案件编号|纠纷类型|诉求人姓名|诉求人|化解方式|走访时间|走访内容|事项名称|督办单位|当事人反馈|来访日期|来访人|来访人姓名|来电人|来电人姓名|反映人|反映人姓名|反映问题|信访人姓名|事件大类|上报事件|案件名称|纠纷编号|纠纷类别)$/,
    'matter',
  ],
  [/^(题名|责任者|全宗号|档号|保管期限|件号)$/, 'archive'],
  [/^(行政区划代码|行政区划名称|区划代码)$/, 'area'],
  [/^(办结率|满意率|总工单数|工单总数|低保户数)$/, 'statistics'],
]

const titles: readonly (readonly [RegExp, SubjectKind])[] = [
  [/归档|档案|文件目录|卷内/, 'archive'],
  [/统计|汇总|排名|月报|季报|年报|一览|绩效|指标/, 'statistics'],
  [/出租|租赁/, 'rental'],
  [/房屋|房产|住房/, 'dwelling'],
  [/楼宇|楼栋|建筑物|大楼|商务楼/, 'building'],
  [/部件|井盖|路灯|设施|公厕|公共厕所|健身器材|消火栓|消防栓|垃圾桶/, 'component'],
  [/活动/, 'activity'],
  [/纠纷|工单|诉求|事件|信访|来访|热线|督办|化解|案件|走访|巡查|台账记录|回访/, 'matter'],
  [/区划/, 'area'],
  [/人口|人员|居民|户籍|老人|老年|残疾|儿童|学生|党员|妇女|家庭|户/, 'person'],
  [/企业|单位|学校|医院|公司|机构|组织|商|店|厂|网吧|幼儿园|协会/, 'organisation'],
  [/场所|阵地|场地/, 'place'],
]

const people = [
  'person',
  'household',
  'disability',
  'elderCare',
  'unemployment',
  'assistance',
  'veteran',
  'bravery',
  'residence',
  'unregistered',
  'guardian',
  'familyContact',
  'student',
  'leftBehindChild',
  'leftBehindPerson',
  'partyMember',
  'membership',
  'volunteer',
]

const order: Readonly<Record<SubjectKind, readonly string[]>> = {
  person: ['person', 'household', 'area', 'meta'],
  organisation: ['organisation', 'place', 'hazard', 'area', 'meta'],
  place: ['place', 'organisation', 'hazard', 'area', 'meta'],
  dwelling: ['dwelling', 'building', 'rental', 'hazard', 'area', 'meta'],
  rental: ['rental', 'dwelling', 'building', 'hazard', 'area', 'meta'],
  building: ['building', 'dwelling', 'hazard', 'area', 'meta'],
  component: ['component', 'area', 'meta'],
  matter: ['matter', 'dispute', 'visit', 'area', 'meta'],
  activity: ['volunteer', 'area', 'meta'],
  archive: ['archiveItem', 'meta'],
  area: ['area', 'meta'],
  statistics: ['statistics', 'area', 'meta', 'matter'],
}

const alsoAllowed: Readonly<Record<SubjectKind, readonly string[]>> = {
  person: [...people, 'dwelling', 'visit', 'hazard', 'rental'],
  organisation: ['dwelling'],
  place: ['dwelling'],
  dwelling: ['person', 'household', 'organisation'],
  rental: ['person', 'household', 'residence', 'organisation'],
  building: ['organisation', 'place', 'rental'],
  component: [],
  matter: ['person', 'hazard', 'place', 'organisation', 'component'],
  activity: ['membership', 'person', 'organisation'],
  archive: [],
  area: ['statistics'],
  statistics: ['household', 'assistance', 'organisation'],
}

/** Tells what a form is about from its title and its headers' words. */
export const findSubject = (title: string, headers: readonly string[]): Subject => {
  const kind = subjectKind(title, headers)
  const topics: string[] = []
  if (kind === 'person')
    for (const [pattern, entities] of personTopics) if (pattern.test(title)) topics.push(...entities)
  if (kind === 'matter') {
    if (/纠纷|矛盾|化解|调解|调处/.test(title)) topics.push('dispute')
    if (/走访|巡查|探访|日志|民情|服务记录|慰问|跟踪服务/.test(title)) topics.push('visit')
  }
  const allowed = new Set([...order[kind], ...alsoAllowed[kind], ...topics])
  const counts = new Map<string, number>()
  for (const words of headers) {
    const keys = lexicon.get(words)
    const entity = keys?.length === 1 ? entityOf(keys[0]!) : ''
    if (words.length > 2 && allowed.has(entity)) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  }
  const told = [...counts].filter(([, count]) => count > 1).sort((one, other) => other[1] - one[1])
  const core = [...topics, ...order[kind]]
  return {
    kind,
    topics,
    core: new Set(core),
    entities: [...new Set([...core, ...told.map(([entity]) => entity)])],
    allowed,
  }
}

/** Grids themselves are listed, each with whoever answers for it. */
const listsGrids = (title: string, headers: readonly string[]): boolean =>
  /网格(?:基本|划分|设置)?(?:信息|情况|一览|划分|设置|台账)/.test(title) && !headers.includes('姓名')

const subjectKind = (title: string, headers: readonly string[]): SubjectKind => {
  if (listsGrids(title, headers)) return 'area'
  // A household's form may begin with where it lives.
  if (
    /家庭|(?<!用|租|商|经营)户/.test(title) &&
    headers.includes('户主姓名') &&
    !/房屋|住房|房产|出租/.test(title)
  )
    return 'person'
  const isRental = /出租|租赁/.test(title)
  for (const words of headers)
    for (const [pattern, kind] of anchors)
      if (pattern.test(words)) return kind === 'dwelling' && isRental ? 'rental' : kind
  const titled = titles.find(([pattern]) => pattern.test(title))?.[1]
  const voted = majority(headers)
  // A title such as 食品安全协管登记表 names a topic, not what each row is; the headers outvote it.
  if (
    voted &&
    titled !== voted &&
    (titled === undefined || !headers.some((words) => votesOf(words).includes(titled)))
  )
    return voted
  return titled ?? (headers.some((words) => /^(名称|负责人)$/.test(words)) ? 'organisation' : 'person')
}

const kindOf: Readonly<Record<string, SubjectKind>> = {
  organisation: 'organisation',
  place: 'place',
  dwelling: 'dwelling',
  rental: 'rental',
  building: 'building',
  component: 'component',
  matter: 'matter',
  dispute: 'matter',
  visit: 'matter',
  archiveItem: 'archive',
  statistics: 'statistics',
}

const votesOf = (words: string): SubjectKind[] => [
  ...new Set(
    (lexicon.get(words) ?? [])
      .map((key) => kindOf[entityOf(key)] ?? (people.includes(entityOf(key)) ? 'person' : null))
      .filter((kind) => kind !== null),
  ),
]

/** The kind of thing that most headers with one meaning speak of, if they are at least two. */
const majority = (headers: readonly string[]): SubjectKind | undefined => {
  const votes = new Map<SubjectKind, number>()
  for (const words of headers) {
    const kinds = votesOf(words)
    if (kinds.length === 1) votes.set(kinds[0]!, (votes.get(kinds[0]!) ?? 0) + 1)
  }
  const [best] = [...votes].sort((one, other) => other[1] - one[1])
  return best && best[1] >= 2 ? best[0] : undefined
}
