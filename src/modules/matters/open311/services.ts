import { categories } from '../category/categories.ts'
import type { Value } from './document.ts'

/** Something that a service asks for beside place and words. */
export interface Attribute {
  readonly code: string
  readonly datatype: 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist'
  readonly required: boolean
  readonly title: string
  /** How to fill it in. */
  readonly hint: string
  readonly values: readonly (readonly [key: string, name: string])[]
}

const one = (code: string, title: string, hint: string, values: Attribute['values']): Attribute => ({
  code,
  datatype: 'singlevaluelist',
  required: true,
  title,
  hint,
  values,
})

const reach = one('reach', '影响范围', '请选择一项', [
  ['home', '只有一户'],
  ['building', '一栋楼'],
  ['estate', '几栋楼或整个小区'],
])
const since: Attribute = {
  code: 'since',
  datatype: 'datetime',
  required: false,
  title: '什么时候开始的',
  hint: '日期时间，如 2026-11-30T09:00:00+08:00；记不清可以不填',
  values: [],
}

/** What is asked of some services, by category. */
const attributes: Readonly<Record<string, readonly Attribute[]>> = {
  light: [
    one('lamp', '哪一种灯', '请选择一项', [
      ['street', '路灯'],
      ['stairs', '楼道灯'],
      ['yard', '院里的灯'],
    ]),
    {
      code: 'pole',
      datatype: 'string',
      required: false,
      title: '灯杆编号',
      hint: '灯杆上写有编号的，请抄下来',
      values: [],
    },
  ],
  lift: [
    one('trapped', '有没有人被困', '有人被困请先打 96333 或 119', [
      ['no', '没有人被困'],
      ['yes', '有人被困'],
    ]),
  ],
  water: [reach, since],
  power: [reach, since],
  gas: [reach, since],
  heat: [
    reach,
    since,
    {
      code: 'degrees',
      datatype: 'number',
      required: false,
      title: '室内温度',
      hint: '摄氏度，只写数字',
      values: [],
    },
  ],
  noise: [
    {
      code: 'when',
      datatype: 'multivaluelist',
      required: true,
      title: '什么时候吵',
      hint: '可以选几项',
      values: [
        ['day', '白天'],
        ['evening', '晚上 7 点到 10 点'],
        ['night', '晚上 10 点以后'],
      ],
    },
  ],
}

/** About people rather than a place: these are said at the window or by telephone, never on a public platform. */
const personal: ReadonlySet<string> = new Set(['dispute', 'conduct'])

const groups: Record<string, string> = {
  danger: '安全',
  utility: '水电气暖',
  general: '环境设施',
  complex: '环境设施',
}

/** What residents may say through Open311: what has a place and is no private affair. */
const offered = categories.filter(
  (category) =>
    ['danger', 'utility', 'general', 'complex'].includes(category.class) && !personal.has(category.code),
)

/** Codes of the services; a matter that turned out to be another kind is nobody's to read. */
export const serviceCodes: readonly string[] = offered.map(({ code }) => code)

export interface Service {
  readonly code: string
  readonly title: string
  readonly attributes: readonly Attribute[]
}

/** The service of a code; undefined where it is none, or one that is not offered here. */
export const findService = (code: string): Service | undefined => {
  const found = offered.find((category) => category.code === code)
  return found && { code, title: found.title, attributes: attributes[code] ?? [] }
}

/** Words by which people find a service; the table's first ones are pieces of sentences. */
const keywordsOf = (words: readonly string[]): string => words.slice(-8).join(',')

/** `GET services`. */
export const serviceList = (): Value =>
  offered.map(({ code, title, class: of, words }) => ({
    service_code: code,
    service_name: title,
    description:
      code === 'danger'
        ? '危及人身安全的，请先打 119、110、120。'
        : words.length > 0
          ? `如：${words.slice(-4).join('、')}`
          : '归不进别的类别的事',
    metadata: attributes[code] !== undefined,
    type: 'realtime',
    keywords: keywordsOf(words) || null,
    group: groups[of] ?? '其他',
  }))

/** `GET services/{code}`. */
export const serviceDefinition = ({ code, attributes: asked }: Service): Value => ({
  service_code: code,
  attributes: asked.map((attribute, index) => ({
    variable: true,
    code: attribute.code,
    datatype: attribute.datatype,
    required: attribute.required,
    datatype_description: attribute.hint,
    order: index + 1,
    description: attribute.title,
    ...(attribute.values.length > 0
      ? { values: attribute.values.map(([key, name]) => ({ key, name })) }
      : {}),
  })),
})
