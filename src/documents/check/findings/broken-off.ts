import type { Finding } from '../finding.ts'
import { placeOf } from '../passage.ts'
import type { Reading } from './reading.ts'

const ended = /[。!?;:…”"』」)\]】》.,、—~\d]$/
const signature = /(?:社区|街道|办事处|党委|支部|委员会|政府|局|部|办|公司|小组|中心|年|月|日)$/
const wholeSentence = 60

/** Paragraphs that end or begin in the middle of a sentence. */
export const findBrokenOff = ({ passages }: Reading): Finding[] => {
  const findings: Finding[] = []
  const add = (start: number, end: number, message: string): void => {
    findings.push({ kind: 'broken-off', severity: 'warning', start, end, message, related: [] })
  }
  const end = passages.findLastIndex((passage) => passage.skeleton.trim() !== '')
  const isLast = (i: number): boolean => i === end
  passages.forEach((passage, i) => {
    const raw = passage.skeleton
    const line = raw.trim()
    if (line.length === 0) return
    const first = placeOf(passage, raw.length - raw.trimStart().length)
    const last = placeOf(passage, raw.trimEnd().length - 1)
    if (/^[,。;、!?”)》]/.test(line) && !/^。[\u3105-\u3129]/.test(line))
      add(first, first + 1, `段落以“${line[0]}”开头，前文可能缺失。`)
    if (line.length < 12) return
    const next = passages[i + 1]?.skeleton.trim()
    if (/[,、]$/.test(line) && !(next && /^[(\d一二三四五六七八九十①-⑳]/.test(next)))
      add(last, last + 1, `段落以“${line.at(-1)}”结尾，后文可能缺失。`)
    else if (isLast(i) && /[,;]/.test(line) && !ended.test(line) && !signature.test(line))
      add(last, last + 1, '全文没有结束的标点，后文可能缺失。')
    else if (
      line.length >= wholeSentence &&
      /[。;]/.test(line) &&
      !ended.test(line) &&
      !signature.test(line) &&
      /[\u4e00-\u9fff]$/.test(line) &&
      !/[。!?][^。!?]{1,24}$/.test(line)
    )
      add(last, last + 1, '段落没有结束的标点，后文可能缺失。')
  })
  return findings
}
