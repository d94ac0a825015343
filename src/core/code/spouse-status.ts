import type { CodeList } from './code-list.ts'

export const spouseStatus: CodeList = {
  name: 'spouseStatus',
  title: '配偶情况',
  items: [
    { code: '1', title: '健在', synonyms: ['配偶健在', '有配偶'] },
    { code: '2', title: '丧偶', synonyms: ['已故', '去世', '配偶去世'] },
    { code: '3', title: '离异', synonyms: ['离婚'] },
    { code: '4', title: '未婚', synonyms: ['无配偶'] },
  ],
}
