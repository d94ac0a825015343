import { compactText } from '../../core/plain-text.ts'
import type { RowCondition, RowSet } from './plan.ts'
import { findSubject, type Subject } from './subject.ts'

/** Proposes whom the rows are about and which of them, from the title: 60周岁以上独居老人, 一、二级残疾人. */
export const proposeRowSet = (title: string, headers: readonly string[]): RowSet => {
  const subject = findSubject(title, headers)
  const text = compactText(title)
  return {
    entity: subject.entities[0] ?? 'person',
    rows: isHouseholdForm(text, headers, subject) ? 'household' : subject.kind,
    ledgers: subject.topics,
    conditions: subject.kind === 'person' ? conditionsIn(text) : thingsIn(text),
  }
}

/** 低保家庭 with a head of household in each row, and no person of its own. */
const isHouseholdForm = (title: string, headers: readonly string[], { kind }: Subject): boolean =>
  kind === 'person' &&
  headers.some((words) => /^户主/.test(words)) &&
  !headers.some((words) => /^(姓名|成员姓名|与户主关系|家庭成员姓名)$/.test(words)) &&
  !/人员|人口/.test(title)

/** Every condition that the words state, each once. */
const conditionsIn = (text: string): RowCondition[] => {
  const ages = agesIn(text)
  const found: RowCondition[] = [...ages, ...levelsIn(text), ...kindsIn(text)]
  // What a special wording has said, 低保边缘, a plainer one shall not say again.
  let rest = text
  for (const [pattern, condition] of worded) {
    const words = pattern.exec(rest)?.[0]
    if (words === undefined || (condition.key === 'person.sex' && differsBySex.test(text))) continue
    rest = rest.replace(words, ' ')
    if (!found.some(({ key }) => key === condition.key)) found.push({ words, ...condition } as RowCondition)
  }
  if (ages.length === 0)
    for (const [pattern, ...limits] of ageWords) {
      const words = pattern.exec(text)?.[0]
      if (words === undefined) continue
      found.push(...limits.map(({ is, value }) => ({ words, key: 'person.age', is, value })))
      break
    }
  return found
}

const thingsIn = (text: string): RowCondition[] =>
  /出租/.test(text)
    ? [{ words: /出租[房屋]{0,2}/.exec(text)![0], key: 'dwelling.isRented', is: 'flag', value: true }]
    : []

const numerals: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 六十 → 60, 十八 → 18, 60 → 60 */
const readNumber = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '百' || text === '一百') return 100
  const [tens, ones = ''] = text.split('十')
  return text.includes('十') ? (numerals[tens!] ?? 1) * 10 + (numerals[ones] ?? 0) : (numerals[text] ?? 0)
}

const number = String.raw`(\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|一?百)`
const years = '(?:周岁|岁)'

const differsBySex = /男.{0,2}满.+女.{0,2}满|女.{0,2}满.+男.{0,2}满/

const agesIn = (text: string): RowCondition[] => {
  const age = (words: string, is: 'at-least' | 'below', value: number): RowCondition => ({
    words,
    key: 'person.age',
    is,
    value,
  })
  const span = new RegExp(`${number}${years}?[-~～至到—]+${number}${years}`).exec(text)
  if (span)
    return [age(span[0], 'at-least', readNumber(span[1]!)), age(span[0], 'below', readNumber(span[2]!) + 1)]
  // 男满60周岁、女满55周岁 is a limit for each, which one condition on all rows cannot say.
  if (differsBySex.test(text)) return []
  const found: RowCondition[] = []
  const over = new RegExp(
    `(?:年满|满|超过)?${number}${years}(?:\\(含\\)|含)?(?:及)?以上|(?<![未不])满${number}${years}|${number}${years}\\+`,
  ).exec(text)
  if (over) found.push(age(over[0], 'at-least', readNumber((over[1] ?? over[2] ?? over[3])!)))
  // 以下 of a legal age excludes nobody of that age where 含 or 及 says so; 未满 and 不满 do.
  const under = new RegExp(`(?:未满|不满|未达到)${number}${years}`).exec(text)
  if (under) found.push(age(under[0], 'below', readNumber(under[1]!)))
  const upTo = new RegExp(`${number}${years}(?:\\(含\\)|含|及)?(?:以下|以内)`).exec(text)
  if (upTo) found.push(age(upTo[0], 'below', readNumber(upTo[1]!) + 1))
  return found
}

const disabilityLevels: Readonly<Record<string, string>> = {
  一: '一级',
  二: '二级',
  三: '三级',
  四: '四级',
  1: '一级',
  2: '二级',
  3: '三级',
  4: '四级',
}

const kind = '(?:视力|听力|言语|肢体|智力|精神|多重)'
const severalKinds = `${kind}(?:残疾)?(?:[、,和及或/]?${kind}(?:残疾)?)*`

const levelsIn = (text: string): RowCondition[] => {
  const levels =
    /([一二三四1-4](?:级)?(?:[、,，和及至到或/-]?[一二三四1-4](?:级)?)*)级?(?:重度|中度|轻度|持证)?残疾/.exec(
      text,
    ) ??
    new RegExp(`([一二三四1-4]级?(?:[、,，和及至到或/-]?[一二三四1-4]级?)*)(?<=级)${severalKinds}残疾`).exec(
      text,
    ) ??
    /残疾(?:等级)?(?:为)?([一二三四1-4](?:级)?(?:[、,，和及至到或/-][一二三四1-4](?:级)?)*)级/.exec(text)
  if (levels)
    return [
      {
        words: levels[0],
        key: 'disability.level',
        is: 'one-of',
        value: levelsBetween(levels[1]!),
      },
    ]
  // 重度残疾人: grades one and two (国发〔2015〕52号, on the care subsidy).
  const severe = /重度残疾/.exec(text)
  return severe ? [{ words: severe[0], key: 'disability.level', is: 'one-of', value: ['一级', '二级'] }] : []
}

/** 一、三级 are two grades, 一至三级 all three. */
const levelsBetween = (words: string): string[] => {
  const all = Object.values(disabilityLevels).slice(0, 4)
  const [first, last] = words
    .split(/[至到-]/)
    .map((one) => [...one].flatMap((sign) => disabilityLevels[sign] ?? []))
  if (last === undefined) return first!
  return all.slice(all.indexOf(first![0]!), all.indexOf(last.at(-1)!) + 1)
}

type Stated = RowCondition extends infer One ? (One extends RowCondition ? Omit<One, 'words'> : never) : never

const oneOf = (key: string, ...value: string[]): Stated => ({ key, is: 'one-of', value })
const flag = (key: string, value = true): Stated => ({ key, is: 'flag', value })

const kindsIn = (text: string): RowCondition[] => {
  const words = new RegExp(`${severalKinds}残疾`).exec(text)?.[0] ?? /聋哑|盲人|聋人/.exec(text)?.[0]
  if (words === undefined) return []
  const value = { 聋哑: ['听力残疾', '言语残疾'], 盲人: ['视力残疾'], 聋人: ['听力残疾'] }[words]
  return [
    {
      words,
      key: 'disability.kind',
      is: 'one-of',
      value: value ?? [...words.matchAll(new RegExp(kind, 'g'))].map(([one]) => `${one}残疾`),
    },
  ]
}

/** Words of a title → what they say of each row, more special ones first. */
const worded: readonly (readonly [RegExp, Stated])[] = [
  [/无证残疾|未持证残疾/, flag('disability.hasCertificate', false)],
  [/持证残疾/, flag('disability.hasCertificate')],
  [/低保边缘(?:家庭|户)?|低边(?:家庭|户)?/, oneOf('assistance.familyCategory', '最低生活保障边缘家庭')],
  [/特困(?:供养)?(?:人员)?|五保/, oneOf('assistance.familyCategory', '特困人员')],
  [/支出型困难/, oneOf('assistance.familyCategory', '刚性支出困难家庭')],
  [/非低保/, flag('assistance.isDibao', false)],
  [/低保(?:户|对象|家庭|人员)?|最低生活保障(?:对象|家庭)?/, flag('assistance.isDibao')],
  [/分散供养/, oneOf('assistance.supportMode', '分散供养')],
  [/集中供养/, oneOf('assistance.supportMode', '集中供养')],
  [/独居空巢|空巢独居|独居、空巢|空巢、独居/, oneOf('elderCare.livingArrangement', '独居', '空巢')],
  [/独居/, oneOf('elderCare.livingArrangement', '独居')],
  [/空巢/, oneOf('elderCare.livingArrangement', '空巢')],
  [
    /失能半失能|失能、半失能|失能(?:和|及|或)半失能|失能\(半失能\)/,
    oneOf('assistance.selfCareAbility', '部分丧失', '完全丧失'),
  ],
  [/半失能/, oneOf('assistance.selfCareAbility', '部分丧失')],
  [/半自理/, oneOf('assistance.selfCareAbility', '部分丧失')],
  [/(?:完全)?失能|不能自理|无自理能力/, oneOf('assistance.selfCareAbility', '完全丧失')],
  [/困难党员/, flag('partyMember.isHardship')],
  [/非党员/, flag('person.isPartyMember', false)],
  [/党员/, flag('person.isPartyMember')],
  [/就业困难/, flag('unemployment.isHardToEmploy')],
  [/建档立卡/, flag('assistance.isRegisteredPoor')],
  [/孤寡/, oneOf('elderCare.category', '孤寡老人')],
  [/人户分离/, oneOf('person.residenceStatus', '人在户不在', '户在人不在')],
  [
    /人在户不在|(?:户籍|户口)(?:在外|不在(?:本地|本辖区|本社区|本街道))/,
    oneOf('person.residenceStatus', '人在户不在'),
  ],
  [/户在人不在|空挂户?/, oneOf('person.residenceStatus', '户在人不在')],
  [
    /(?:常年|长期)?(?:在外|外出)(?:务工|打工|经商|就业|居住|就学)|(?:常年|长期)(?:在外|外出)/,
    flag('person.isAway'),
  ],
  [/流动人口|外来人口|外来(?:务工|人员|建设者)/, oneOf('person.populationType', '流动人口')],
  [
    /(?<!非|非本地|非本市|非本区)(?:本地)?户籍(?:常住)?人口|(?<!非)(?:本地|本市|本区|本辖区)户籍/,
    oneOf('person.populationType', '户籍人口'),
  ],
  [/未落户|无户口/, oneOf('person.populationType', '未落户人口')],
  [/少数民族/, { key: 'person.ethnicity', is: 'none-of', value: ['汉族'] }],
  [/离异|离婚/, oneOf('person.maritalStatus', '离婚')],
  [/丧偶/, oneOf('person.maritalStatus', '丧偶')],
  [/未婚(?!先|生)/, oneOf('person.maritalStatus', '未婚')],
  [
    /(?:大专|专科)(?:及|\(含\))?以上/,
    oneOf('person.education', '大学专科教育', '大学本科教育', '研究生教育'),
  ],
  [/本科(?:及|\(含\))?以上/, oneOf('person.education', '大学本科教育', '研究生教育')],
  [/慢性病/, flag('elderCare.hasChronicDisease')],
  [/女性|妇女|女职工|女青年|妈妈|女(?=年?满)/, oneOf('person.sex', '女')],
  [/男性|男青年|男(?=年?满)/, oneOf('person.sex', '男')],
]

type Limit = { readonly is: 'at-least' | 'below'; readonly value: number }

/** Words that stand for an age: 老年人权益保障法 §2, 未成年人保护法 §2; 高龄 as the allowance counts it. */
const ageWords: readonly (readonly [RegExp, ...Limit[]])[] = [
  [/百岁老人/, { is: 'at-least', value: 100 }],
  [/高龄(?:老人|老年人)?/, { is: 'at-least', value: 80 }],
  [/老年(?:人|妇女|党员|群体|残疾)|老人|老龄/, { is: 'at-least', value: 60 }],
  [/未成年人|儿童|孤儿/, { is: 'below', value: 18 }],
  [/育龄妇女/, { is: 'at-least', value: 15 }, { is: 'below', value: 50 }],
]
