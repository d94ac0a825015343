import { normalise } from '../../../documents/text/index.ts'

type Rewrite = readonly [RegExp, string | ((word: string) => string)]

/** What reports write in several ways, and the one way in which names are compared. */
const rewrites: readonly Rewrite[] = [
  [/[\s\u3000"'“”‘’《》]+/g, ''],
  [/[六七八九]十(?=周?岁)/g, (ten) => `${'六七八九'.indexOf(ten[0]!) + 6}0`],
  [/一百(?=周?岁)/g, '100'],
  [/周岁/g, '岁'],
  [/百岁(?:及|及其)?以上/g, '百岁'],
  [/(?<!未)(?:年满|已满|满)(\d+)岁(?:及以上|以上)?/g, '$1岁以上'],
  [/岁(?:及|及其|\(含\))以上/g, '岁以上'],
  [/岁(?:及|及其)以下/g, '岁以下'],
  [/([一二三四])级?[、和及与至]?(?=[一二三四]级)/g, '$1级'],
  [/残障人士|残疾人士|残疾(?:人员|群众|居民|对象)/g, '残疾人'],
  [/(?:持有?|办理了?|有)残[疾障]人?证的?(?:居民|人员|群众|人)/g, '持证残疾人'],
  [/残障/g, '残疾'],
  [/长者|老人(?!年)|老年(?:居民|群众|群体)/g, '老年人'],
  [/老龄人口/g, '老年人口'],
  [/最低生活保障/g, '低保'],
  [/志愿者?(?:服务)?(?:队伍|小队|分队|团队|队(?!员))/g, '志愿队'],
]

/** A text in simplified, half-width characters and the house's own words for what reports call differently. */
export const spoken = (text: string): string =>
  rewrites.reduce(
    (words, [pattern, word]) =>
      typeof word === 'string' ? words.replace(pattern, word) : words.replace(pattern, word),
    normalise(text).text,
  )

/** Forms under which a name stands in a sentence: 残疾人数 as 残疾人 and 残疾, 低保人数 as 低保. */
export const formsOf = (name: string): string[] => {
  const whole = spoken(name)
  const forms = new Set([whole])
  for (const tail of [/(?:总人数|总数|总量|数量|人数|员数|户数|数)$/, /数$/, /员?人?数$/])
    forms.add(whole.replace(tail, ''))
  if (/[^人]人数$/.test(whole)) forms.add(whole.replace(/人数$/, '人员'))
  for (const form of [...forms]) forms.add(form.replace(/^享受/, ''))
  for (const form of [...forms]) forms.add(form.replace(/(?:人员|对象|家庭|人)$/, ''))
  return [...forms].filter((form) => form.length > 1 && form !== '户' && form !== '居民户数')
}
