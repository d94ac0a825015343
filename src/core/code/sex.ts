import type { CodeList } from './code-list.ts'

/** Sex. The titles are the short forms that forms print; the standard writes 男性, 女性. */
export const sex: CodeList = {
  name: 'sex',
  title: '性别',
  standard: 'GB/T 2261.1-2003',
  items: [
    { code: '0', title: '未知', synonyms: ['未知的性别'] },
    { code: '1', title: '男', synonyms: ['男性', '男士', 'M'] },
    { code: '2', title: '女', synonyms: ['女性', '女士', 'F'] },
    { code: '9', title: '未说明', synonyms: ['未说明的性别', '未说明性别'] },
  ],
}
