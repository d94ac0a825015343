import { expect, test } from 'vitest'
import { proposeRowSet } from './row-set.ts'

const conditions = (title: string, headers: readonly string[] = ['姓名', '身份证号']) =>
  proposeRowSet(title, headers).conditions.map((one) => [one.words, one.key, one.is, one.value])

test.each([
  [
    '60周岁以上独居老人花名册',
    [
      ['60周岁以上', 'person.age', 'at-least', 60],
      ['独居', 'elderCare.livingArrangement', 'one-of', ['独居']],
    ],
  ],
  ['未满18周岁残疾儿童名单', [['未满18周岁', 'person.age', 'below', 18]]],
  ['一级二级残疾人护理补贴发放表', [['一级二级残疾', 'disability.level', 'one-of', ['一级', '二级']]]],
  ['重度残疾人登记表', [['重度残疾', 'disability.level', 'one-of', ['一级', '二级']]]],
  [
    '一至三级智力和精神残疾人护理补贴名单',
    [
      ['一至三级智力和精神残疾', 'disability.level', 'one-of', ['一级', '二级', '三级']],
      ['智力和精神残疾', 'disability.kind', 'one-of', ['智力残疾', '精神残疾']],
    ],
  ],
  ['听力言语残疾人手语服务名单', [['听力言语残疾', 'disability.kind', 'one-of', ['听力残疾', '言语残疾']]]],
  [
    '女满55周岁人员名册',
    [
      ['满55周岁', 'person.age', 'at-least', 55],
      ['女', 'person.sex', 'one-of', ['女']],
    ],
  ],
  ['男满60周岁、女满55周岁人员名册', []],
  ['非本地户籍人员名册', []],
  ['不满14周岁学生名册', [['不满14周岁', 'person.age', 'below', 14]]],
  ['户籍在外人员登记表', [['户籍在外', 'person.residenceStatus', 'one-of', ['人在户不在']]]],
  ['空挂户清查表', [['空挂户', 'person.residenceStatus', 'one-of', ['户在人不在']]]],
  ['常年在外务工人员意愿表', [['常年在外务工', 'person.isAway', 'flag', true]]],
  [
    '丧偶老年妇女慰问名单',
    [
      ['丧偶', 'person.maritalStatus', 'one-of', ['丧偶']],
      ['妇女', 'person.sex', 'one-of', ['女']],
      ['老年妇女', 'person.age', 'at-least', 60],
    ],
  ],
  ['智力、精神残疾人监护情况表', [['智力、精神残疾', 'disability.kind', 'one-of', ['智力残疾', '精神残疾']]]],
  [
    '低保对象中女性党员登记表',
    [
      ['低保对象', 'assistance.isDibao', 'flag', true],
      ['党员', 'person.isPartyMember', 'flag', true],
      ['女性', 'person.sex', 'one-of', ['女']],
    ],
  ],
  [
    '16-59岁失业人员名册',
    [
      ['16-59岁', 'person.age', 'at-least', 16],
      ['16-59岁', 'person.age', 'below', 60],
    ],
  ],
  [
    '六十五岁及以上失能半失能老年人统计',
    [
      ['六十五岁及以上', 'person.age', 'at-least', 65],
      ['失能半失能', 'assistance.selfCareAbility', 'one-of', ['部分丧失', '完全丧失']],
    ],
  ],
  [
    '70岁以下低保边缘家庭',
    [
      ['70岁以下', 'person.age', 'below', 71],
      ['低保边缘家庭', 'assistance.familyCategory', 'one-of', ['最低生活保障边缘家庭']],
    ],
  ],
  ['高龄老人津贴', [['高龄老人', 'person.age', 'at-least', 80]]],
  [
    '少数民族流动人口登记表',
    [
      ['流动人口', 'person.populationType', 'one-of', ['流动人口']],
      ['少数民族', 'person.ethnicity', 'none-of', ['汉族']],
    ],
  ],
  ['居民信息采集表', []],
])('%s', (title, expected) => {
  expect(conditions(title)).toEqual(expected)
})

test('what each row is comes from headers and title', () => {
  expect(proposeRowSet('低保家庭汇总表', ['户主姓名', '户主身份证号', '家庭人口']).rows).toBe('household')
  expect(proposeRowSet('残疾人登记表', ['姓名', '残疾等级'])).toMatchObject({
    rows: 'person',
    ledgers: ['disability'],
  })
  expect(proposeRowSet('出租屋登记表', ['出租屋地址', '房东姓名'])).toMatchObject({
    rows: 'rental',
    conditions: [{ key: 'dwelling.isRented', is: 'flag', value: true }],
  })
  expect(proposeRowSet('辖区企业名录', ['企业名称', '法定代表人']).rows).toBe('organisation')
})
