import type { CodeList } from './code-list.ts'

export const elderCategory: CodeList = {
  name: 'elderCategory',
  title: '老年人员类型',
  items: [
    { code: '1', title: '离休人员', synonyms: ['离休'] },
    { code: '2', title: '退休人员', synonyms: ['退休', '离退休'] },
    { code: '3', title: '城乡居民老人', synonyms: ['居民', '居民老人', '未参加工作'] },
    { code: '4', title: '孤寡老人', synonyms: ['孤寡', '孤老'] },
    { code: '9', title: '其他' },
  ],
}
