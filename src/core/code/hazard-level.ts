import type { CodeList } from './code-list.ts'

export const hazardLevel: CodeList = {
  name: 'hazardLevel',
  title: '隐患程度',
  items: [
    { code: '1', title: '一般隐患', synonyms: ['一般'] },
    { code: '2', title: '较大隐患', synonyms: ['较大'] },
    { code: '3', title: '重大隐患', synonyms: ['重大'] },
  ],
}
