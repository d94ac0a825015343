import type { CodeList } from './code-list.ts'

export const dwellingUse: CodeList = {
  name: 'dwellingUse',
  title: '房屋用途',
  items: [
    { code: '1', title: '自住', synonyms: ['居住', '住宅', '自用'] },
    { code: '2', title: '出租', synonyms: ['租住', '出租居住'] },
    { code: '3', title: '空置', synonyms: ['闲置', '空房', '空关'] },
    { code: '4', title: '经营', synonyms: ['商用', '商业', '经营用房', '门面'] },
    { code: '5', title: '办公' },
    { code: '6', title: '仓储', synonyms: ['仓库'] },
    { code: '7', title: '住商混用', synonyms: ['商住', '商住两用'] },
    { code: '9', title: '其他' },
  ],
}
