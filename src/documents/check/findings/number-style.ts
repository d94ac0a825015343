import type { Finding } from '../finding.ts'
import type { Reading } from './reading.ts'

/** Form of numbers in GB/T 15835-2011 and plain logic of hedges. The clause stands with each rule where one is meant. */
const rules: [RegExp, (text: string) => string][] = [
  [
    /(?:约|大约|近)\d[\d.,]*(?:万|亿)?[\u4e00-\u9fff%]{1,3}左右/g,
    (t) => `“${t}”里“约”和“左右”意思重复，留一个即可。`,
  ],
  [/(?:超过|突破|超)\d[\d.,]*[多余](?:万|亿)?/g, (t) => `“${t}”里“超过”和“多、余”意思重复。`],
  [
    /(?:近|不足|不到)\d[\d.,]*(?:万|亿)?[多余](?=[\u4e00-\u9fff])/g,
    (t) => `“${t}”自相矛盾：“近、不足”表示不到，“多、余”表示超过。`,
  ],
  [
    /(?:超过|不少于|不低于|至少)\d[\d.,]*(?:万|亿)?[\u4e00-\u9fff%]{1,3}以上/g,
    (t) => `“${t}”里两处限定意思重复，留一个即可。`,
  ],
  [/(?:减少|下降|降低|缩小)了?\d[\d.]*倍/g, (t) => `“${t}”：减少不用“倍”，应写百分比或几分之几。`],
  [
    /[二一][〇零0○][\d〇一二三四五六七八九]*\d[\d〇一二三四五六七八九]*年|二0[一二三四五六七八九〇0]{2}年/g,
    (t) => `“${t}”混用了汉字数字和阿拉伯数字（GB/T 15835 5.1）。`,
  ],
  [
    /(?:19|20)\d\d年(?:十[一二]?|[一二三四五六七八九])月/g,
    (t) => `“${t}”混用了汉字数字和阿拉伯数字（GB/T 15835 5.1）。`,
  ],
  [
    /(?<=[有约])\d[、,]\d(?=[个名位人户家次天年])/g,
    (t) => `“${t}”表示概数时宜用汉字，如“三四个”（GB/T 15835 4.2.1）。`,
  ],
]

export const findNumberStyle = ({ normal }: Reading): Finding[] =>
  rules.flatMap(([pattern, message]) =>
    [...normal.text.matchAll(pattern)].map(
      (match): Finding => ({
        kind: 'number-style',
        severity: 'note',
        start: match.index,
        end: match.index + match[0].length,
        message: message(match[0]),
        related: [],
      }),
    ),
  )
