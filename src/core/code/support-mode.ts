import type { CodeList } from './code-list.ts'

export const supportMode: CodeList = {
  name: 'supportMode',
  title: '供养方式',
  items: [
    { code: '1', title: '集中供养', synonyms: ['集中'] },
    { code: '2', title: '分散供养', synonyms: ['分散'] },
  ],
}
