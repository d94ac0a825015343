import type { CodeList } from './code-list.ts'

export const dwellingKind: CodeList = {
  name: 'dwellingKind',
  title: '住房类别',
  items: [
    { code: '1', title: '商品房', synonyms: ['商品住宅', '商品住房'] },
    { code: '2', title: '房改房', synonyms: ['已购公房'] },
    { code: '3', title: '经济适用住房', synonyms: ['经济适用房', '经适房'] },
    { code: '4', title: '公共租赁住房', synonyms: ['公租房', '廉租房', '廉租住房'] },
    { code: '5', title: '公房', synonyms: ['直管公房', '单位公房', '自管公房'] },
    { code: '6', title: '回迁安置房', synonyms: ['回迁房', '安置房', '拆迁安置房'] },
    { code: '7', title: '自建房', synonyms: ['自建住房', '私房', '平房'] },
    { code: '8', title: '集体宿舍', synonyms: ['宿舍'] },
    { code: '9', title: '其他' },
  ],
}
