import { describe, expect, it } from 'vitest'
import { checkReport } from './index.ts'

const check = (text: string) => {
  const result = checkReport({ text })
  if (!result.ok) throw new Error(result.message)
  return result.value
}
const table = (rows: string[][]): string => rows.map((row) => row.join('\t')).join('\n')

describe('tables pasted as text', () => {
  const rows = [
    ['社区', '户数（户）', '投资（万元）', '联系电话'],
    ['东苑', '820', '12.5', '87651234'],
    ['西苑', '1,640', '8', '87651235'],
    ['合计', '2460', '20.5', ''],
  ]

  it('lists the figures with the unit of the heading and the name of the row', () => {
    const text = `附表\n${table(rows)}\n`
    const { quantities } = check(text)
    expect(quantities.map((q) => [text.slice(q.start, q.end), q.low, q.unit, q.subject])).toEqual([
      ['820', 820, '户', '东苑户数'],
      ['12.5', 125_000, '元', '东苑投资'],
      ['1,640', 1640, '户', '西苑户数'],
      ['8', 80_000, '元', '西苑投资'],
      ['2460', 2460, '户', '合计户数'],
      ['20.5', 205_000, '元', '合计投资'],
    ])
  })

  it('adds up columns, and rows whose total the others bear out', () => {
    const wrong = table(rows).replace('2460', '2640')
    expect(check(wrong).findings.map((f) => [f.kind, wrong.slice(f.start, f.end)])).toEqual([
      ['sum-mismatch', '2640'],
    ])
    const years = [
      ['项目', '上半年', '下半年', '全年'],
      ['走访', '312', '288', '610'],
      ['调解', '21', '19', '40'],
    ]
    expect(check(table(years)).findings.map((f) => f.message)).toEqual([
      expect.stringContaining('312+288 = 600 ≠ 610'),
    ])
  })

  it('takes no table for one where lines only look alike', () => {
    expect(check('甲\t乙\n一行文字\n丙\t丁').quantities).toEqual([])
    expect(
      check(
        table([
          ['2023', '2024'],
          ['12', '15'],
          ['13', '16'],
        ]),
      ).quantities,
    ).toEqual([])
  })
})
