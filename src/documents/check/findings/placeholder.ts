import type { Finding } from '../finding.ts'
import type { Reading } from './reading.ts'

/** Stand-ins for what the writer meant to fill in: XX社区, 20__年, ____, 共( )人, [此处填写]. */
const patterns: [RegExp, string][] = [
  [/(?<!\d)(?:19|20)\d?\s?[xX×*＊_○口□]{1,2}\s?年/g, '年份没有填'],
  [/(?<!\d)20\s{1,6}年(?!代)/g, '年份没有填'],
  [/\d{4}年\s{1,8}月(?:\s{1,8}日)?|年\s{2,8}月\s{2,8}日|月\s{2,8}日/g, '日期没有填'],
  [/_{2,}|＿{2,}/g, '横线处没有填'],
  [/[□]{2,}|○{2,}|〇{3,}|△{2,}|●{2,}/g, '空缺没有填'],
  [/(?<![A-Za-z\d×])[xX×]{2,}(?![A-Za-z\d×])|(?<![A-Za-z\d×])[xX×]{2,}(?=\d+个)/g, '用“XX”代替的内容没有填'],
  [
    /(?<![A-Za-z\d×\-—.+])[xX×]-?[xX×]?(?=[年月日户人名个位元支社街区市县镇乡村省平家座处所件次场项万亿条余多号届])/g,
    '用“X”代替的内容没有填',
  ],
  [
    /(?<=[\u4e00-\u9fff])\*{2,}(?=[\u4e00-\u9fff\d])|\d\*+\d*(?=[年月日元万户人名个])/g,
    '用“*”代替的内容没有填',
  ],
  [
    /(?<=[\u4e00-\u9fff:])\s?(?:\(\s{0,8}\)|【\s{0,8}】|\[\s{0,8}\])(?=[年月日户人名个位元支件次场项%万亿条余多])/g,
    '括号里没有填',
  ],
  [
    /[[【(〔](?:此处|这里|请)?(?:填写|补充|插入|待填|待补|待定|待核实)[^\]】)〕\n]{0,16}[\]】)〕]|(?:数据|数字|内容)?待(?:补充|填写|核实后填)(?=[,。;)\]】])/g,
    '写明待填的内容没有填',
  ],
  [/(?<=[\u4e00-\u9fff])[ \u3000]{3,}(?=[户人名个位元件次场项](?:[,。;、)]|$))/gm, '空缺没有填'],
  [/(?<=[:]\s?)某{2,3}(?=[,。;\s]|$)/gm, '用“某某”代替的内容没有填'],
  [/\.{7,}(?=[元户人名个位件次场])/g, '空缺没有填'],
]

/** Not a stand-in: X光, X射线. */
const isWord = /^[xX](?:光|射线|轴|染色体)/

export const findPlaceholders = ({ normal }: Reading): Finding[] => {
  const { text } = normal
  const findings: Finding[] = []
  const taken = new Set<number>()
  for (const [pattern, reason] of patterns)
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (taken.has(start) || taken.has(end - 1) || isWord.test(text.slice(start, start + 4))) continue
      for (let i = start; i < end; i++) taken.add(i)
      const stand = match[0].trim()
      const shown = stand.length > 24 ? `${stand.slice(0, 20)}…` : stand
      const around = /^[\u4e00-\u9fff]{0,3}/.exec(text.slice(end, end + 3))![0]
      findings.push({
        kind: 'placeholder',
        severity: 'error',
        start,
        end,
        message: `${reason}：“${shown}${around}”。`,
        related: [],
      })
    }
  return findings
}
