import { describe, expect, test } from 'vitest'
import { gridSheet } from './grid-sheet.fixture.ts'
import { understandForm } from './index.ts'

const plan = (...args: Parameters<typeof gridSheet>) => understandForm(gridSheet(...args)).sheets[0]!

describe('a table', () => {
  test('below title, attachment and reporting lines, with a header of two rows, totals and notes', () => {
    const sheet = plan(
      [
        ['附件2'],
        ['幸福街道60周岁以上一、二级残疾人登记表'],
        ['填报单位:', '', '', '', '填报日期:  年  月  日'],
        ['序号', '姓名', '户籍地', '', '残疾等级'],
        ['', '', '省', '市', ''],
        ['1', '2', '3', '4', '5'],
        [],
        [],
        ['合计'],
        ['注:残疾等级按残疾人证填写。'],
      ],
      ['A2:E2', 'A4:A5', 'B4:B5', 'C4:D4', 'E4:E5'],
    )
    expect(sheet).toMatchObject({
      shape: 'table',
      title: '幸福街道60周岁以上一、二级残疾人登记表',
      headerRows: [4, 5],
      dataRows: { first: 7, last: 8 },
      totals: [9],
      notes: [10],
    })
    expect(sheet.columns.map(({ column, header, key }) => [column, header, key])).toEqual([
      ['A', '序号', 'meta.serialNumber'],
      ['B', '姓名', 'person.name'],
      ['C', '户籍地/省', 'person.registeredProvince'],
      ['D', '户籍地/市', 'person.registeredCity'],
      ['E', '残疾等级', 'disability.level'],
    ])
    expect(sheet.rowSet).toEqual({
      entity: 'disability',
      rows: 'person',
      ledgers: ['disability'],
      conditions: [
        { words: '60周岁以上', key: 'person.age', is: 'at-least', value: 60 },
        { words: '一、二级残疾', key: 'disability.level', is: 'one-of', value: ['一级', '二级'] },
      ],
    })
  })

  test('a header of two rows without merged cells, followed by a sample row', () => {
    const sheet = plan([
      ['姓名*', '户籍地', '', '', '联系电话'],
      ['', '省*', '市*', '区县*', ''],
      ['张三', '安徽省', '芜湖市', '镜湖区', '13900000000'],
    ])
    expect(sheet.headerRows).toEqual([1, 2])
    expect(sheet.columns.map(({ header }) => header)).toEqual([
      '姓名*',
      '户籍地/省*',
      '户籍地/市*',
      '户籍地/区县*',
      '联系电话',
    ])
  })

  test('two blocks side by side are read one by one', () => {
    const sheet = plan([
      ['名单', '', '', ''],
      ['姓名', '联系电话', '姓名', '联系电话'],
    ])
    expect(sheet.columns.map(({ block, key }) => [block, key])).toEqual([
      [0, 'person.name'],
      [0, 'person.phone'],
      [1, 'person.name'],
      [1, 'person.phone'],
    ])
  })

  test('drop-down lists and formats come with the column', () => {
    const sheet = plan([['姓名', '性别', '出生日期']], [], {
      validations: [{ ranges: [{ top: 2, left: 2, bottom: 99, right: 2 }], values: ['1男', '2女'] }],
      columns: [{ column: 3, format: 'yyyy.mm' }],
    })
    expect(sheet.columns[1]).toMatchObject({ options: ['1男', '2女'] })
    expect(sheet.columns[2]).toMatchObject({ format: 'yyyy.mm' })
  })
})

test('a vertical form has labels with the cell for each value', () => {
  const sheet = plan(
    [
      ['居民信息采集表'],
      ['姓名', '', '性别', ''],
      ['身份证号', '', '联系电话', ''],
      ['监护人', '姓名', '', ''],
      ['', '联系电话', '', ''],
      ['备注', ''],
    ],
    ['A1:D1', 'A4:A5', 'B2:B2'],
  )
  expect(sheet.shape).toBe('vertical')
  expect(sheet.cells.map(({ label, value, header, key }) => [label, value, header, key])).toEqual([
    ['A2', 'B2', '姓名', 'person.name'],
    ['C2', 'D2', '性别', 'person.sex'],
    ['A3', 'B3', '身份证号', 'person.idNumber'],
    ['C3', 'D3', '联系电话', 'person.phone'],
    ['B4', 'C4', '监护人/姓名', 'guardian.name'],
    ['B5', 'C5', '监护人/联系电话', 'guardian.phone'],
    ['A6', 'B6', '备注', null],
  ])
})

test('hidden code sheets are left out; a sheet without a form says so', () => {
  const { sheets } = understandForm({
    format: 'xlsx',
    sheets: [gridSheet([['姓名', '性别']]), gridSheet([['男'], ['女']], [], { hidden: true }), gridSheet([])],
  })
  expect(sheets.map(({ shape }) => shape)).toEqual(['table', 'none'])
})

test('a list of people without column names is no form', () => {
  const people = [
    ['王试', '99010119510412001X', '肢体', '二级'],
    ['李试', '990101195304120025', '视力', '一级'],
  ]
  const numbers = people.map(([name, , kind]) => [name!, '13800001111', kind!])
  const { sheets } = understandForm({ format: 'xlsx', sheets: [gridSheet(people), gridSheet(numbers)] })
  expect(sheets.map(({ shape }) => shape)).toEqual(['none', 'none'])
})
