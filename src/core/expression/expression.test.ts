import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkRule,
  compileRule,
  evaluateRule,
  type ResolveTerm,
  type Rule,
  type RuleContext,
  type RuleVariables,
  sampleRule,
} from './index.ts'

const variables: RuleVariables = {
  level: 'string',
  'person.age': 'int',
  'person.name': 'string',
  income: 'double',
  size: 'int',
  since: 'date',
  isRented: 'bool',
}

const ruleOf = (source: string): Rule => {
  const checked = checkRule(source, variables)
  if (!checked.ok) throw new Error(checked.message)
  return checked.value
}

const column: ResolveTerm = (path) => ({
  sql: `t."${path}"`,
  parameters: [],
  type: variables[path]!,
})

describe('checkRule', () => {
  it('tells what the rule reads', () =>
    expect(ruleOf('level in ["1", "2"] && person.age >= 60 && person.age < 80').variables).toEqual([
      'level',
      'person.age',
    ]))

  it('gives a rule that is JSON', () => {
    const rule = ruleOf('(income / size <= 1000.5 || since > "2020-01-01") && !isRented')
    expect(JSON.parse(JSON.stringify(rule))).toEqual(rule)
  })

  it.each([
    ['', '规则第 1 个字符处：规则是空的。'],
    [
      'person.agee >= 80',
      '规则第 1 个字符处：没有名为“person.agee”的变量，最接近的是 person.age、person.name。',
    ],
    ['level == "1" && lvl == "2"', '规则第 17 个字符处：没有名为“lvl”的变量，最接近的是 level。'],
    ['level = "1"', '规则第 7 个字符处：比较相等要写两个等号“==”。'],
    ['level == 1', '规则第 1 个字符处：文字不能和整数比较，代码要加引号："1"。'],
    ['person.name == "张三" && size == "x"', '规则第 24 个字符处：整数不能和文字比较。'],
    ['(size >= 1', '规则第 11 个字符处：规则没有写完。'],
    ['size >= 1)', '规则第 10 个字符处：“)”不该出现在这里。'],
    ['size ≥ 1', '规则第 6 个字符处：“≥”不能直接写在规则里：符号用半角的，文字要放在英文引号里。'],
    ['level == "1', '规则第 10 个字符处：引号没有成对。'],
    ['size', '规则第 1 个字符处：“size”不是一个判断，请写明比较。'],
    ['size + 1', '规则第 1 个字符处：“size + 1”不是一个判断，请写明比较。'],
    ['size + level > 1', '规则第 1 个字符处：“+”两边应是数，而这里有文字。'],
    ['since > "2023-02-30"', '规则第 9 个字符处：“2023-02-30”不是存在的日期，日期写成 "2026-01-01" 的样子。'],
    ['isRented > true', '规则第 1 个字符处：是否只能比较相等或不等，不能比较大小。'],
    ['level > null', '规则第 1 个字符处：null 只能用来判断一个值有没有填：写 x == null 或 x != null。'],
    [
      'level.matches("1")',
      '规则第 1 个字符处：没有名为“matches”的函数，可用的有 has、date、startsWith、contains。',
    ],
    ['level.startWith("1")', '规则第 1 个字符处：没有名为“startWith”的函数，最接近的是 startsWith。'],
    ['size % 2 == 0', '规则第 1 个字符处：这里应是一个值，不能是“size % 2”。'],
    ['size > 1e300', '规则第 8 个字符处：“1e300”太大或太小，不能用在规则里。'],
    ['size in level', '规则第 9 个字符处：in 后面应是方括号里的一列值，如 ["1", "2"]。'],
    ['level == "1" &&\n  size = 2', '规则第 2 行第 8 个字符处：比较相等要写两个等号“==”。'],
  ])('%s', (source, message) => expect(checkRule(source, variables)).toEqual({ ok: false, message }))

  it('refuses what is too long or too deep', () => {
    for (const source of [
      `size > 0${' && size > 0'.repeat(300)}`,
      `${'('.repeat(500)}size > 0${')'.repeat(500)}`,
    ])
      expect(checkRule(source, variables)).toMatchObject({
        message: expect.stringContaining('规则太长或层次太深'),
      })
    expect(checkRule(`size${' * size'.repeat(11)} > 0`, variables)).toMatchObject({
      message: '规则第 1 个字符处：一条规则里最多 10 次乘除。',
    })
  })

  it('never fails on any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'size<=>!&|"()[].,+-*/ 1null') })),
        (source) => {
          const checked = checkRule(source, variables)
          if (!checked.ok) expect(checked.message).toMatch(/^规则第 .*处：.*。$/s)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('evaluateRule', () => {
  const full = { level: '2', 'person.age': 80, income: 3000, size: 3, since: '2024-02-29', isRented: true }
  it.each([
    ['person.age >= 80', true],
    ['level in ["1", "2"] && isRented', true],
    ['income / size <= 1000', true],
    ['size / 2 == 1', true],
    ['size / 2.0 == 1.5', true],
    ['since < date("2024-03-01") && since > "2024-02-28"', true],
    ['-size < -2 && 1 - 2 * 3 == -5', true],
    ['income / (size - 3) > 0', false],
    ['has(person.name) || person.name == "张三"', false],
    ['level.startsWith("2") && !level.contains("1")', true],
    ['size in []', false],
  ])('%s is %s', (source, answer) => expect(evaluateRule(ruleOf(source), full)).toBe(answer))

  it('takes a comparison with a missing value for false, and its contrary for true', () => {
    const comparisons = [
      'level == "1"',
      'level != "1"',
      'size > 1',
      'size + 1 > 0',
      'isRented',
      'level in ["1"]',
      'since <= "2024-01-01"',
      'level.contains("")',
    ]
    for (const source of comparisons) {
      expect([source, evaluateRule(ruleOf(source), {})]).toEqual([source, false])
      expect([source, evaluateRule(ruleOf(`!(${source})`), { level: null })]).toEqual([source, true])
    }
    expect(evaluateRule(ruleOf('level == null && !has(level) && !(level != null)'), {})).toBe(true)
  })
})

describe('compileRule', () => {
  const sqlOf = (source: string) => compileRule(ruleOf(source), column)

  it.each([
    ['person.age >= 80', '((t."person.age") >= $1::bigint)', [80]],
    ['level == "1" || level == null', '(((t."level") = $1::text) or ((t."level") is null))', ['1']],
    ['!(income < 1.5)', '(((t."income") < $1::numeric) is not true)', [1.5]],
    ['size > 1.5', '((t."size")::numeric > $1::numeric)', [1.5]],
    ['level in ["1", "2"]', '((t."level") in ($1::text, $2::text))', ['1', '2']],
    ['income / size > 10', '(((t."income")::float8 / nullif((t."size")::float8, 0)) > $1::float8)', [10]],
    ['level < "2"', '((t."level") collate "C" < $1::text collate "C")', ['2']],
    ['level.startsWith("1")', 'starts_with((t."level"), $1::text)', ['1']],
  ])('%s', (source, sql, parameters) => expect(sqlOf(source)).toEqual({ sql, parameters }))

  it('numbers the parameters of terms with its own, from where it is told', () => {
    const resolve: ResolveTerm = (path) => ({
      sql: 't.data ->> $1',
      parameters: [path],
      type: variables[path]!,
    })
    expect(compileRule(ruleOf('level == "1" && person.name == level'), resolve, 4)).toEqual({
      sql: '(((t.data ->> $4) = $5::text) and ((t.data ->> $6) = (t.data ->> $7)))',
      parameters: ['level', '1', 'person.name', 'level'],
    })
  })

  it('asks the term for a better comparison, the literal on either side', () => {
    const resolve: ResolveTerm = (path) => ({
      ...column(path),
      compare: (operator, literal) =>
        operator === '>='
          ? { sql: 't.birth_date <= $1', parameters: [`${2026 - Number(literal)}-10-08`] }
          : undefined,
    })
    const compiled = { sql: '(t.birth_date <= $1)', parameters: ['1946-10-08'] }
    expect(compileRule(ruleOf('person.age >= 80'), resolve)).toEqual(compiled)
    expect(compileRule(ruleOf('80 <= person.age'), resolve)).toEqual(compiled)
    expect(compileRule(ruleOf('person.age < 80'), resolve).sql).toBe('((t."person.age") < $1::bigint)')
  })

  it('leaves no value in the text', () => {
    expect(sqlOf(`person.name == "'; drop table t; --"`)).toEqual({
      sql: '((t."person.name") = $1::text)',
      parameters: ["'; drop table t; --"],
    })
  })
})

describe('made-up rules', () => {
  const chance = fc
    .array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 20, maxLength: 300 })
    .map((numbers) => {
      let next = 0
      return () => numbers[next++ % numbers.length]!
    })

  it('are well formed, evaluate, compile, and deny what their contrary affirms', () => {
    fc.assert(
      fc.property(chance, (each) => {
        const sample = sampleRule(each)
        const rule = checkRule(sample.source, sample.variables)
        const contrary = checkRule(`!(${sample.source})`, sample.variables)
        if (!rule.ok || !contrary.ok) throw new Error(`${sample.source}: ${JSON.stringify(rule)}`)
        const holds = (one: Rule) => sample.rows.map((row: RuleContext) => evaluateRule(one, row))
        expect(holds(contrary.value)).toEqual(holds(rule.value).map((held) => !held))
        const compiled = compileRule(rule.value, (path) => ({
          sql: 'x',
          parameters: [],
          type: sample.variables[path]!,
        }))
        const numbers = [...compiled.sql.matchAll(/\$(\d+)/g)].map((match) => Number(match[1]))
        expect(numbers).toEqual(compiled.parameters.map((_, index) => index + 1))
      }),
      { numRuns: 500 },
    )
  })
})
