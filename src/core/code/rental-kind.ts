import type { CodeList } from './code-list.ts'

export const rentalKind: CodeList = {
  name: 'rentalKind',
  title: '出租房类别',
  items: [
    { code: '1', title: '整套出租', synonyms: ['整租'] },
    { code: '2', title: '分间出租', synonyms: ['合租', '单间出租'] },
    { code: '3', title: '集体宿舍', synonyms: ['员工宿舍'] },
    { code: '4', title: '短期日租', synonyms: ['日租房', '民宿'] },
    { code: '9', title: '其他' },
  ],
}
