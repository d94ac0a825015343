import { textRows, workbookFixture } from '../src/documents/xlsx/workbook.fixture.ts'

/** A line of the sheet below; `number` goes into the cell as a number, as a careless keyboard puts it there. */
export interface Line {
  name: string
  idNumber: string | { number: number }
  kind?: string
  level?: string
  onset?: string
  mobile?: string
  grid?: string
}

const group = ['序号', '残疾人基本信息', '', '', '残疾情况', '', '', '网格']
const heads = ['', '残疾人姓名', '身份证号码', '联系方式', '残疾类型', '残疾级别', '残疾时间', '']
const merges = ['A1:H1', 'A2:H2', 'A3:A4', 'B3:D3', 'E3:G3', 'H3:H4']

const cells = (line: Line, index: number): string[] => [
  String(index + 1),
  line.name,
  typeof line.idNumber === 'string' ? line.idNumber : '(number)',
  line.mobile ?? '',
  line.kind ?? '肢体',
  line.level ?? '贰级',
  line.onset ?? '',
  line.grid ?? '第一网格',
]

/**
 * A list of disabled persons as somebody elsewhere keeps it: a title, a line who filled it in, a header of two
 * rows, other words than ours, a sum below. The first line stands in row 5.
 */
export const disabilityWorkbook = (lines: readonly Line[]): Buffer => {
  const rows = [
    ['2026年和平社区残疾人基本情况摸底表'],
    ['填报单位：和平社区居民委员会'],
    group,
    heads,
    ...lines.map(cells),
    ['合计', `${lines.length}人`],
  ]
  const merged = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  const xml = lines.reduce(
    (sheet, { idNumber }) =>
      typeof idNumber === 'string'
        ? sheet
        : sheet.replace(/ t="inlineStr"><is><t>\(number\)<\/t><\/is>/, `><v>${idNumber.number}</v>`),
    textRows(rows) + merged,
  )
  return Buffer.from(workbookFixture([{ name: '摸底表', xml }]))
}
