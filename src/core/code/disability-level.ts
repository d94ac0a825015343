import type { CodeList } from './code-list.ts'

export const disabilityLevel: CodeList = {
  name: 'disabilityLevel',
  title: '残疾等级',
  standard: 'GB/T 26341-2010',
  items: [
    { code: '1', title: '一级', synonyms: ['壹级', '残疾一级'] },
    { code: '2', title: '二级', synonyms: ['贰级', '残疾二级'] },
    { code: '3', title: '三级', synonyms: ['叁级', '残疾三级'] },
    { code: '4', title: '四级', synonyms: ['肆级', '残疾四级'] },
  ],
}
