import type { Finding } from '../finding.ts'
import type { Reading } from './reading.ts'

/** Signs that no Chinese report contains: what wrong decoding or lost bytes leave behind. */
const signs: [RegExp, string][] = [
  [/[^\s,。]{0,2}\ufffd+[^\s,。]{0,2}/g, '有无法显示的字符'],
  [/(?:锟斤拷|烫烫|屯屯屯|锘縹|锘�)+/g, '是编码错误留下的乱码'],
  // （一） read with a byte missing becomes 。ㄒ唬
  [/[。!?;][\u3105-\u3129\u31a0-\u31ba][^\s,。;:!?]{0,4}/g, '是编码错位的乱码'],
  [/[\u3105-\u3129\u2ff0-\u2fff\u2500-\u257f\ue000-\uf8ff][^\s,。;:!?]{0,3}/g, '是编码错位的乱码'],
  [/(?:[\u00c2-\u00ef][\u0080-\u00bf]{1,2}){2,}/g, '是编码错误的乱码'],
  // GBK read as Latin-1: ÀÏÄê; UTF-8 read as GBK: 缁х画鍔
  [/[\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00ff]{4,}/g, '是编码错误的乱码'],
  [/(?:[锛銆鐨绀鍏鏈鍦鐢鎴缁鏂璁寮灞鍙瀹闂鐜鎬鏄娲诲鍔绗鍚涓][^\s,。、;]?){4,}/g, '是编码错误的乱码'],
  [/(?<=[\u4e00-\u9fff])[`'´](?=[\u4e00-\u9fff])/g, '是多余的符号'],
  [/(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])/g, '是多余的点号'],
  [/&(?:nbsp|amp|lt|gt|quot|#\d{2,5});/g, '是网页代码'],
  [/<\/?(?:p|br|div|span|font|strong|a|table|td|tr)\b[^<>\n]{0,80}>/gi, '是网页代码'],
]

export const findGarbledText = ({ normal }: Reading): Finding[] => {
  const findings: Finding[] = []
  let reach = -1
  const all = signs.flatMap(([pattern, reason]) =>
    [...normal.text.matchAll(pattern)].map((match) => ({ match, reason })),
  )
  for (const { match, reason } of all.sort((a, b) => a.match.index - b.match.index)) {
    const end = match.index + match[0].length
    if (match.index < reach) continue
    reach = end
    findings.push({
      kind: 'garbled-text',
      severity: match[0].length > 1 ? 'warning' : 'note',
      start: match.index,
      end,
      message: `“${match[0]}”${reason}。`,
      related: [],
    })
  }
  return findings
}
