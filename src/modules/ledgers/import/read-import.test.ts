import * as sheetjs from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeTable } from '../../../documents/xlsx/index.ts'
import {
  book,
  headers,
  type ImportDesk,
  type Line,
  lineOf,
  messagesOf,
  nextId,
  openImportDesk,
} from '../testing/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.house.close())

describe('reading a file', () => {
  test('title rows, other words and strokes for nothing are understood; nothing is written', async () => {
    const before = await desk.countTables()
    const view = await desk.preview(
      await book(
        [
          ['1', '张 三', nextId(), '肢体', '贰级', '13800001111', '城北第一网格', '/'],
          ['2', '李四', nextId(), '听力残疾', '三级', null, '第二网格', '/'],
          ['合计', '2人', null, null, null, null, null, null],
        ],
        ['序号', '残疾人姓名', '身份证号码', '残疾类型', '残疾级别', '手机', '所在网格', '残疾证号'],
      ),
    )
    expect(view).toMatchObject({ state: 'preview', message: '', ledger: 'disability', total: 2 })
    expect(view.counts).toEqual({ rows: 2, add: 2, change: 0, same: 0, newPersons: 2, faulty: 0 })
    expect(Object.fromEntries(view.columns.map(({ header, key }) => [header, key]))).toEqual({
      序号: null,
      残疾人姓名: 'person.name',
      身份证号码: 'person.idNumber',
      残疾类型: 'kind',
      残疾级别: 'level',
      手机: 'person.mobile',
      所在网格: 'area.grid',
      残疾证号: 'certificateNumber',
    })
    expect(view.sheets[0]).toMatchObject({ headerRows: [3, 3] })
    expect(await desk.countTables()).toEqual(before)
  })

  test('a header of two rows, and a guardian whose telephone is not the subject’s', async () => {
    const view = await desk.preview(
      await book(
        [['王五', nextId(), '视力残疾', '一级', '王大', '13900002222', '第一网格']],
        [
          ['基本情况', '姓名'],
          ['基本情况', '身份证号'],
          ['残疾情况', '类别'],
          ['残疾情况', '残疾等级'],
          ['监护人', '姓名'],
          ['监护人', '联系电话'],
          ['所属网格'],
        ],
      ),
    )
    expect(view.sheets[0]!.headerRows).toEqual([3, 4])
    expect(view.columns.map(({ key }) => key)).toEqual([
      'person.name',
      'person.idNumber',
      expect.toBeOneOf(['kind', null]),
      'level',
      null,
      null,
      'area.grid',
    ])
  })

  test('an .xls of the old format', async () => {
    const sheet = sheetjs.utils.aoa_to_sheet([
      ['残疾人花名册'],
      headers,
      lineOf('赵六', nextId()),
      lineOf('钱七', nextId()),
    ])
    const bookOfOld = sheetjs.utils.book_new()
    sheetjs.utils.book_append_sheet(bookOfOld, sheet, '名单')
    const bytes = new Uint8Array(sheetjs.write(bookOfOld, { type: 'array', bookType: 'biff8' }))
    const view = await desk.preview(bytes, desk.clerk, {}, '名单.xls')
    expect(view).toMatchObject({ state: 'preview', ledger: 'disability', sheet: '名单' })
    expect(view.counts).toMatchObject({ rows: 2, add: 2, faulty: 0 })
  })

  test('a file that is none, and one without column names, fail with a sentence', async () => {
    const none = await desk.preview(new TextEncoder().encode('%PDF-1.7 nothing'), desk.clerk, {}, '名单.pdf')
    expect(none.state).toBe('failed')
    expect(none.message).toMatch(/[。]$/)
    const bare = await desk.preview(
      await writeTable({ columns: [{ header: '甲' }, { header: '乙' }], rows: [['1', '2']] }),
    )
    expect(bare.state).toBe('failed')
    expect(bare.message).toContain('找不到表头')
  })

  test('a page of text in a cell is no column name', async () => {
    const page = '说明'.repeat(200)
    const rows = [['张三', nextId(), page]]
    const view = await desk.preview(
      await book(rows, ['姓名', '身份证号', page], '残疾人名单'),
      desk.clerk,
      {},
      '名单.xlsx',
    )
    expect(view.columns.map(({ header }) => header)).toEqual(['姓名', '身份证号'])
  })

  test('where no ledger stands out the person is asked, and may then choose', async () => {
    const view = await desk.preview(
      await book([['张三', nextId(), '第一网格']], ['姓名', '身份证号', '所属网格'], '人员名单'),
      desk.clerk,
      {},
      '名单.xlsx',
    )
    expect(view).toMatchObject({ state: 'preview', ledger: null, counts: { rows: 1, add: 0 } })
    expect(view.message).toContain('请选择台账')
    expect(view.columns.map(({ key }) => key)).toEqual(['person.name', 'person.idNumber', 'area.grid'])
    await expect(
      desk.house.run(desk.clerk, 'confirmImport', { id: view.id, on: '2026-11-01' }),
    ).rejects.toMatchObject({
      code: 'import.wrong_state',
    })
    await desk.house.run(desk.clerk, 'remapImport', { id: view.id, ledger: 'elderCare' })
    await desk.house.work()
    const chosen = await desk.house.view(desk.clerk, view.id)
    expect(chosen).toMatchObject({ ledger: 'elderCare', state: 'preview', counts: { faulty: 1 } })
    expect(messagesOf(chosen)).toContain('表中没有“老年人当前状况”一列，新登记时必须填写。')
  })

  test('a column can be given another meaning; one meaning has one column', async () => {
    const view = await desk.preview(
      await book(
        [['张三', nextId(), '肢体残疾', '二级', '第一网格']],
        ['姓名', '身份证号', '类型甲', '残疾等级', '所属网格'],
      ),
    )
    expect(view.counts.faulty).toBe(1)
    await expect(
      desk.house.run(desk.clerk, 'remapImport', { id: view.id, mapping: { C: 'kind', D: 'kind' } }),
    ).rejects.toMatchObject({ code: 'field.invalid' })
    await expect(
      desk.house.run(desk.clerk, 'remapImport', { id: view.id, mapping: { C: 'nonsense' } }),
    ).rejects.toMatchObject({ code: 'field.invalid' })
    await desk.house.run(desk.clerk, 'remapImport', { id: view.id, mapping: { C: 'kind' } })
    await desk.house.work()
    expect((await desk.house.view(desk.clerk, view.id)).counts).toMatchObject({ add: 1, faulty: 0 })
  })
})

describe('what is wrong is told at its cell', () => {
  const cases: [what: string, row: () => Line, column: string, message: RegExp][] = [
    ['a wrong check character', () => lineOf('甲', '99010119560308001X'), 'D', /校验码不对|取整/],
    ['a number that a spreadsheet rounded', () => lineOf('甲', '1.10105E+17'), 'D', /文本格式/],
    [
      'an unknown code, with the nearest',
      () => lineOf('甲', nextId(), { kind: '肢体残' }),
      'E',
      /最接近的是“肢体残疾”/,
    ],
    ['an empty required field', () => lineOf('甲', nextId(), { level: ' ' }), 'F', /请填写残疾等级/],
    [
      'a sex that contradicts the ID number',
      () => lineOf('甲', nextId('1956-03-08', false)),
      'C',
      /身份证号是女性/,
    ],
    ['a telephone too short', () => lineOf('甲', nextId(), { mobile: '1380000' }), 'G', /11位/],
    [
      'a grid that is not there',
      () => lineOf('甲', nextId(), { grid: '第九网格' }),
      'H',
      /没有找到网格“第九网格”/,
    ],
    ['a community out of reach', () => lineOf('甲', nextId(), { grid: '城南第一网格' }), 'H', /没有找到网格/],
    ['no grid for somebody new', () => lineOf('甲', nextId(), { grid: '' }), 'H', /请补上所属网格/],
    ['nobody by that name, and no ID number', () => lineOf('无名氏', ''), 'D', /没有身份证号/],
  ]
  for (const [what, row, column, message] of cases)
    test(what, async () => {
      const view = await desk.preview(await book([row()]))
      expect(view.counts).toMatchObject({ rows: 1, faulty: 1 })
      expect(view.faults[0]).toMatchObject({ sheet: '2026年残疾人登记表', row: 4, column })
      expect(view.faults[0]!.message).toMatch(message)
    })

  test('days that do not exist, and an amount that is none', async () => {
    const view = await desk.preview(
      await book(
        [['甲', nextId(), '低保', '2023.2.30', '六百', '第一网格']],
        ['姓名', '身份证号', '救助类别', '享受起始时间', '月保障金额', '所属网格'],
        '低保对象名单',
      ),
      desk.clerk,
      {},
      '低保.xlsx',
    )
    expect(view.ledger).toBe('assistance')
    expect(view.faults.find(({ column }) => column === 'D')?.message).toBe('2023年2月没有30日。')
    expect(view.faults.find(({ column }) => column === 'E')?.message).toContain('不是数字')
  })

  test('a number cell of 18 digits', async () => {
    const view = await desk.preview(
      await writeTable({
        title: '残疾人登记表',
        columns: [
          { header: '姓名' },
          { header: '身份证号', format: 'integer' },
          { header: '残疾类别' },
          { header: '残疾等级' },
          { header: '所属网格' },
        ],
        rows: [['甲', 990101195603080000, '肢体残疾', '一级', '第一网格']],
      }),
    )
    expect(view.faults[0]).toMatchObject({ column: 'B', row: 3 })
    expect(view.faults[0]!.message).toContain('15 位以后的数字已丢失')
  })

  test('a month of birth agrees with the ID number, another one does not', async () => {
    const columns = ['姓名', '身份证号', '出生年月', '残疾类别', '残疾等级', '所属网格']
    const rows = ['1956.03', '1957.03'].map((month) => [
      '甲',
      nextId(),
      month,
      '肢体残疾',
      '一级',
      '第一网格',
    ])
    const view = await desk.preview(await book(rows, columns))
    expect(view.counts).toMatchObject({ add: 1, faulty: 1 })
    expect(view.faults[0]).toMatchObject({ row: 5, suggestion: '1956-03-08' })
  })

  test('the same person twice in a file', async () => {
    const id = nextId()
    const view = await desk.preview(await book([lineOf('甲', id), lineOf('甲', id)]))
    expect(view.counts).toMatchObject({ add: 1, faulty: 1 })
    expect(view.faults[0]).toMatchObject({ row: 5, message: expect.stringContaining('与第 4 行是同一个人') })
  })

  test('who does not meet the ledger’s rule', async () => {
    const columns = ['姓名', '身份证号', '自理能力', '居住状况', '所属网格']
    const view = await desk.preview(
      await book([['甲', nextId('1990-05-05'), '能自理', '独居', '第一网格']], columns, '老年人登记表'),
      desk.clerk,
      {},
      '老年人.xlsx',
    )
    expect(view.ledger).toBe('elderCare')
    expect(messagesOf(view)).toEqual(['未满 60 周岁，不进入老年人台账。'])
  })
})
