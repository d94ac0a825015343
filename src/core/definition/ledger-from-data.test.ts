import { describe, expect, it } from 'vitest'
import { disabilityKind, disabilityLevel } from '../code/index.ts'
import { checkRule, evaluateRule } from '../expression/index.ts'
import {
  code,
  date,
  defineLedger,
  defineRecord,
  flag,
  idNumber,
  integer,
  ledgerFromData,
  ledgerToData,
  money,
  reference,
  ruleContext,
  ruleVariables,
  text,
} from './index.ts'

const person = defineRecord({
  name: 'person',
  title: '人员',
  unit: '人',
  table: 'person',
  fields: {
    name: { type: text({ max: 50 }), title: '姓名', required: true },
    idNumber: { type: idNumber, title: '公民身份号码', sensitive: 'identity' },
    birthDate: { type: date, title: '出生日期', sensitive: 'identity' },
    household: { type: reference('household'), title: '所在户' },
  },
})

const disability = defineLedger({
  name: 'disability',
  title: '残疾人台账',
  unit: '人',
  of: person,
  description: '持有残疾人证的居民',
  entry: { rule: 'has(person.birthDate) && level in ["1", "2", "3", "4"]', message: '请先填写出生日期。' },
  fields: {
    kind: { type: code(disabilityKind), title: '残疾类别', required: true },
    level: { type: code(disabilityLevel), title: '残疾等级', required: true, synonyms: ['等级'] },
    certificateNumber: { type: text({ max: 22 }), title: '残疾人证号', sensitive: 'identity' },
    subsidy: { type: money, title: '补贴', unit: '元/月' },
    needsCare: { type: flag, title: '是否需要照护' },
    helpers: { type: integer({ max: 9 }), title: '照护人数', listed: false },
  },
})

const minimal = {
  name: 'stairs',
  title: '加装电梯台账',
  unit: '部',
  fields: [{ key: 'floors', title: '层数', type: { type: 'integer', min: 1, max: 40 } }],
}

describe('a ledger as data', () => {
  it('comes back the same', () => {
    const data = JSON.parse(JSON.stringify(ledgerToData(disability)))
    const again = ledgerFromData(data, [person])
    if (!again.ok) throw new Error(again.message)
    expect(ledgerToData(again.value)).toEqual(ledgerToData(disability))
    expect(again.value.fields.certificateNumber!.encrypted).toBe(true)
    expect(again.value.of).toBe(person)
  })

  it('asks for consent where that is the basis, proposes who took it back, and comes back the same', () => {
    const basis = { kind: 'consent', rule: '居民会议决定' }
    const made = ledgerFromData({ ...minimal, basis }, [person])
    if (!made.ok) throw new Error(made.message)
    const { fields, exits } = made.value
    expect(Object.keys(fields)).toEqual(['floors', 'consentOn', 'consentHow', 'consentWithdrawnOn'])
    expect([fields.consentOn!.required, fields.consentWithdrawnOn!.required]).toEqual([true, false])
    expect(exits.map(({ reason }) => reason)).toEqual([expect.stringContaining('撤回同意')])
    const data = ledgerToData(made.value)
    expect(data.fields.map(({ key }) => key)).toEqual(['floors'])
    expect(data.exits).toBeUndefined()
    const again = ledgerFromData(JSON.parse(JSON.stringify(data)), [person])
    expect(again.ok && ledgerToData(again.value)).toEqual(data)
    expect(
      ledgerFromData({ ...minimal, fields: [{ ...minimal.fields[0], key: 'consentOn' }] }),
    ).toMatchObject({
      ok: false,
    })
  })

  it('needs only names and types', () =>
    expect(ledgerFromData(minimal)).toMatchObject({
      ok: true,
      value: { kind: 'ledger', once: false, fields: { floors: { element: 'stairs.floors', listed: true } } },
    }))

  const withField = (field: object) => ({ ...minimal, fields: [...minimal.fields, field] })
  it.each([
    [{}, '台账定义不对：name：'],
    [{ ...minimal, name: 'Bad name' }, '台账定义不对：name：应以小写字母开头'],
    [{ ...minimal, of: 'persn' }, '没有名为“persn”的登记项，最接近的是 person。'],
    [{ ...minimal, colour: 'red' }, '台账定义不对：'],
    [
      withField({ key: 'k', title: '类别', type: { type: 'cod' } }),
      '字段“类别”（k）：没有“cod”这种字段类型，最接近的是 code',
    ],
    [
      withField({ key: 'k', title: '类别', type: { type: 'code', list: 'sexx' } }),
      '没有名为“sexx”的代码表，最接近的是 sex',
    ],
    [
      withField({ key: 'floors', title: '楼层', type: { type: 'year' } }),
      '字段“楼层”（floors）的名称与前面的字段重复',
    ],
    [withField({ key: 'area', title: '面积', type: { type: 'decimal' } }), '是系统保留的'],
    [withField({ key: 'K', title: '类别', type: { type: 'flag' } }), '第 2 个字段“类别”的 key：'],
    [
      { ...minimal, entry: { rule: 'floor > 3', message: '不足四层。' } },
      '台账的准入规则不对：规则第 1 个字符处：没有名为“floor”的变量，最接近的是 floors。',
    ],
  ])('%# is refused with its place', (data, words) =>
    expect(ledgerFromData(data, [person])).toMatchObject({
      ok: false,
      message: expect.stringContaining(words),
    }),
  )
})

describe('what rules may read', () => {
  it('is what the database can read: no ciphertext, no ids, ages beside births', () =>
    expect(ruleVariables(disability)).toEqual({
      kind: 'string',
      level: 'string',
      subsidy: 'double',
      needsCare: 'bool',
      helpers: 'int',
      'person.name': 'string',
      'person.birthDate': 'date',
      'person.age': 'int',
    }))

  it('has its values under the same names', () => {
    const rule = checkRule('level == "1" && person.age >= 80', ruleVariables(disability))
    if (!rule.ok) throw new Error(rule.message)
    const on = (day: string) => ruleContext(disability, day, { level: '1' }, { birthDate: '1946-10-08' })
    expect(evaluateRule(rule.value, on('2026-10-07'))).toBe(false)
    expect(evaluateRule(rule.value, on('2026-10-08'))).toBe(true)
    expect(ruleVariables(person)).toHaveProperty('age', 'int')
  })
})
