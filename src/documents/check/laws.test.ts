import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simplifiedCharacters } from '../text/simplified-characters.ts'
import { checkReport } from './index.ts'

const check = (text: string) => {
  const result = checkReport({ text })
  if (!result.ok) throw new Error(result.message)
  return result.value
}

const traditional = new Map([...simplifiedCharacters()].map(([from, to]) => [to, from]))
const scripts: Record<string, (text: string) => string> = {
  simplified: (text) => text,
  traditional: (text) => [...text].map((c) => traditional.get(c) ?? c).join(''),
  'full-width': (text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
}

/** Figures of a report, and how its writer rounds. */
interface Numbers {
  a: number
  b: number
  c: number
  decimals: number
}
const numbers = fc.record({
  a: fc.integer({ min: 30, max: 900 }),
  b: fc.integer({ min: 20, max: 900 }),
  c: fc.integer({ min: 20, max: 900 }),
  decimals: fc.integer({ min: 0, max: 2 }),
})

/** True sentences about different matters. */
const statements: ((n: Numbers) => string)[] = [
  ({ a, b, c }) => `社区现有志愿者${a + b + c}人,党员志愿者${a}人,学生志愿者${b}人,退休职工志愿者${c}人。`,
  ({ a, b }) => `排查燃气用户${a + b}户(居民用户${a}户,餐饮用户${b}户)。`,
  ({ a, b, c }) => `第一批改造楼栋${a}栋,第二批${b}栋,第三批${c}栋,三批共计${a + b + c}栋。`,
  ({ a, b, decimals }) => `受理诉求${a + b}件,办结${a}件,办结率${((a / (a + b)) * 100).toFixed(decimals)}%。`,
  ({ a, b, decimals }) =>
    `今年接待来访${a}批次,去年同期为${a + b}批次,同比下降${((b / (a + b)) * 100).toFixed(decimals)}%。`,
  ({ a, b }) => `藏书由${a}册增加到${a + b}册,增加${b}册。`,
  ({ a, b }) => `计划筹集${a}万元,实际筹集${a + b}万元,超额${b}万元。`,
  ({ a, c }) => `为${c}名高龄老人每人发放${a}元,共计${a * c}元。`,
  ({ a, b, decimals }) =>
    `举办讲座${b}场,参与居民${a * b + 7}人次,场均${((a * b + 7) / b).toFixed(decimals)}人次。`,
  ({ a }) => `经费按7:3由市、区分担,市级${a * 7}元,区级${a * 3}元。`,
  ({ decimals }) =>
    decimals === 0
      ? '满意的占70%,基本满意的占20%,不满意的占10%。'
      : '满意的占70.4%,基本满意的占20.3%,不满意的占9.3%。',
  () => '2024年2月29日(星期四)召开居民会议。',
]

const report = fc
  .shuffledSubarray(statements, { minLength: 3 })
  .chain((chosen) =>
    fc
      .array(numbers, { minLength: chosen.length, maxLength: chosen.length })
      .map((values) => chosen.map((statement, i) => statement(values[i]!))),
  )

describe('laws of the checker', () => {
  it('finds no quantity and no mismatch in words without numbers', () => {
    const words = fc.constantFrom(
      '社区',
      '居民',
      '开展',
      '活动',
      '服务',
      '党员',
      '。',
      ',',
      '、',
      '我们',
      '环境',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        const { quantities, relations } = check(list.join(''))
        expect([...quantities, ...relations]).toEqual([])
      }),
    )
  })

  it('is silent on a true report, in any order, rounding and script', () => {
    fc.assert(
      fc.property(
        report,
        fc.constantFrom(...Object.keys(scripts)),
        fc.boolean(),
        (sentences, script, lines) => {
          const text = scripts[script]!(sentences.join(lines ? '\n' : ''))
          expect(check(text).findings.map((f) => `${f.message} ${text}`)).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('reads the same figures in every script, each at its place in the text as given', () => {
    fc.assert(
      fc.property(report, fc.constantFrom(...Object.keys(scripts)), (sentences, script) => {
        const plain = sentences.join('\n')
        const given = scripts[script]!(plain)
        const [expected, found] = [check(plain), check(given)]
        expect(found.quantities.map((q) => [q.start, q.end, q.low, q.high])).toEqual(
          expected.quantities.map((q) => [q.start, q.end, q.low, q.high]),
        )
        for (const { start, end } of found.quantities)
          expect(given.slice(start, end)).toBe(scripts[script]!(plain.slice(start, end)))
      }),
    )
  })

  it('tells a whole that misses its parts by some percent, wherever it stands', () => {
    fc.assert(
      fc.property(report, numbers, fc.integer({ min: 4, max: 20 }), fc.nat(), (others, n, percent, at) => {
        const sum = n.a + n.b + n.c
        const wrong = sum + Math.max(2, Math.ceil((sum * percent) / 100))
        const sentence = `回收资源${wrong}吨,其中纸类${n.a}吨、塑料${n.b}吨、其他${n.c}吨。`
        const place = at % (others.length + 1)
        const text = [...others.slice(0, place), sentence, ...others.slice(place)].join('\n')
        const told = check(text).findings.map((f) => [f.kind, text.slice(f.start, f.end)])
        expect(told).toEqual([['sum-mismatch', String(wrong)]])
      }),
    )
  })

  it('finds in a text twice as long twice as much', () => {
    fc.assert(
      fc.property(report, (sentences) => {
        const text = `${sentences.join('\n')}\n`
        expect(check(text.repeat(2)).quantities).toHaveLength(2 * check(text).quantities.length)
      }),
    )
  })

  it('comes to an end on a line that is one long number', () => {
    expect(check('1'.repeat(2_000_000)).quantities.length).toBeLessThanOrEqual(1)
  })
})
