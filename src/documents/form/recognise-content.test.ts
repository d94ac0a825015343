import { expect, it } from 'vitest'
import type { Sheet } from '../xlsx/index.ts'
import { gridSheet } from './grid-sheet.fixture.ts'
import { recogniseContent } from './index.ts'

const header = ['序号', '姓名', '身份证号', '联系电话']
const person = (n: number) => [String(n), `符某${n}`, '990101199001010017', '13000000000']
const of = (...sheets: Sheet[]) => recogniseContent({ format: 'xlsx', sheets })

it('tells a blank form, printed numbers and samples included, from a table with data', () => {
  expect(of(gridSheet([['残疾人登记表'], header]))).toEqual({ is: 'blank' })
  expect(of(gridSheet([['残疾人登记表'], header, ['1'], ['2'], ['3'], ['4'], ['5']]))).toEqual({
    is: 'blank',
  })
  expect(of(gridSheet([['残疾人登记表'], header, person(1)]))).toEqual({ is: 'blank' })
  expect(of(gridSheet([header, ...[1, 2, 3, 4, 5].map(person)]))).toEqual({ is: 'filled', rows: 5 })
})

it('knows a form that we filled by its hidden list of sources, and says nothing of what has no header', () => {
  const sources = gridSheet([['单元格', '来源']], [], { name: '填报来源', hidden: true })
  expect(of(gridSheet([header, ...[1, 2, 3, 4].map(person)]), sources)).toEqual({ is: 'returned' })
  expect(of(gridSheet([['随便写的一段话']]))).toBeNull()
})
