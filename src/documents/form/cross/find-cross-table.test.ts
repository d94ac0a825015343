import { expect, test } from 'vitest'
import { gridSheet } from '../grid-sheet.fixture.ts'
import { understandForm } from '../index.ts'

const plan = (...args: Parameters<typeof gridSheet>) => understandForm(gridSheet(...args)).sheets[0]!

test('rows and columns of categories, with groups, units and totals', () => {
  const { shape, crossTable, headerRows } = plan(
    [
      ['幸福街道持证残疾人统计表'],
      ['填报单位：', '', '', '', '', '', '单位：人'],
      ['残疾类别', '', '合计', '残疾等级', '', '', ''],
      ['', '', '', '一级', '二级', '三级', '四级'],
      ['视力残疾', '男', '', '', '', '', ''],
      ['', '女', '', '', '', '', ''],
      ['', '小计', '', '', '', '', ''],
      ['肢体残疾', '男', '', '', '', '', ''],
      ['', '女', '', '', '', '', ''],
      ['', '小计', '', '', '', '', ''],
      ['合计', '', '', '', '', '', ''],
      ['填表人：', '', '', '审核人：'],
    ],
    ['A1:G1', 'A3:B4', 'C3:C4', 'D3:G3', 'A5:A7', 'A8:A10', 'A11:B11'],
  )
  expect([shape, headerRows]).toEqual(['table', [3, 4]])
  expect(crossTable!.unit).toBe('人')
  expect(crossTable!.rows.map(({ at, labels, total }) => [at, labels.join('/'), total?.of])).toEqual([
    [5, '视力残疾/男', undefined],
    [6, '视力残疾/女', undefined],
    [7, '视力残疾/小计', [0, 1]],
    [8, '肢体残疾/男', undefined],
    [9, '肢体残疾/女', undefined],
    [10, '肢体残疾/小计', [3, 4]],
    [11, '合计', [0, 1, 3, 4]],
  ])
  expect(crossTable!.columns.map(({ labels, total }) => [labels.join('/'), total?.of])).toEqual([
    ['合计', [1, 2, 3, 4]],
    ['残疾等级/一级', undefined],
    ['残疾等级/二级', undefined],
    ['残疾等级/三级', undefined],
    ['残疾等级/四级', undefined],
  ])
  expect(crossTable!.cells).toHaveLength(35)
  expect(crossTable!.cells.find(({ cell }) => cell === 'E8')).toEqual({
    cell: 'E8',
    row: 3,
    column: 2,
    hasFormula: false,
    unit: '人',
  })
})

test('areas in rows and figures in columns, each with its unit; 其中 is a part of the line above', () => {
  const { crossTable } = plan([
    ['各社区救助情况统计表'],
    ['序号', '社区', '低保户数（户）', '发放资金（万元）', '备注'],
    ['1', '幸福社区', '', '', ''],
    ['2', '和平社区', '', '', ''],
    ['', '其中：新村小区', '', '', ''],
    ['', '合计', '', '', ''],
    ['注：按月填报。'],
  ])
  expect(crossTable!.rows.map(({ labels }) => labels)).toEqual([
    ['幸福社区'],
    ['和平社区'],
    ['和平社区', '新村小区'],
    ['合计'],
  ])
  expect(crossTable!.rows[3]!.total).toEqual({ of: [0, 1] })
  expect(crossTable!.columns.map(({ labels, unit }) => [labels, unit])).toEqual([
    [['低保户数'], '户'],
    [['发放资金'], '万元'],
  ])
})

test('an indicator to a row, with its unit beside it', () => {
  const { crossTable } = plan([
    ['社区基本情况年报'],
    ['指标名称', '计量单位', '代码', '本年', '上年'],
    ['甲', '乙', '丙', '1', '2'],
    ['户籍人口', '人', '01', '', ''],
    ['其中：女性', '人', '02', '', ''],
    ['低保户', '户', '03', '', ''],
  ])
  expect(crossTable!.rows.map(({ labels, unit }) => [labels.join('/'), unit])).toEqual([
    ['户籍人口', '人'],
    ['户籍人口/女性', '人'],
    ['低保户', '户'],
  ])
  expect(crossTable!.cells.map(({ cell }) => cell)).toEqual(['D4', 'E4', 'D5', 'E5', 'D6', 'E6'])
})

test.each<[string, string[][]]>([
  ['a blank list', [['残疾人登记表'], ['序号', '姓名', '残疾等级'], ['1', '', ''], ['2', '', '']]],
  ['a list with a sample', [['名单'], ['姓名', '性别', '年龄'], ['张三', '男', '61'], ['李四', '女', '70']]],
  [
    'a list whose communities are printed',
    [['联络员名单'], ['社区', '姓名', '联系电话'], ['幸福社区', '', ''], ['和平社区', '', '']],
  ],
  [
    'a vertical form',
    [['登记表'], ['姓名', '', '性别', ''], ['身份证号', '', '联系电话', ''], ['家庭住址', '', '民族', '']],
  ],
])('%s is no statistical table', (_, rows) => {
  expect(plan(rows).crossTable).toBeUndefined()
})
