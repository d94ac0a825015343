import type { CodeList } from './code-list.ts'

export const maritalStatus: CodeList = {
  name: 'maritalStatus',
  title: '婚姻状况',
  standard: 'GB/T 2261.2-2003',
  items: [
    { code: '10', title: '未婚', synonyms: ['单身', '从未结婚'] },
    { code: '20', title: '已婚', synonyms: ['有配偶'] },
    { code: '21', title: '初婚' },
    { code: '22', title: '再婚' },
    { code: '23', title: '复婚' },
    { code: '30', title: '丧偶', synonyms: ['鳏', '寡'] },
    { code: '40', title: '离婚', synonyms: ['离异', '离婚未再婚'] },
    { code: '90', title: '未说明', synonyms: ['未说明的婚姻状况', '其他'] },
  ],
}
