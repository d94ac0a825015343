import type { CodeList } from './code-list.ts'

export const protectionMode: CodeList = {
  name: 'protectionMode',
  title: '保障方式',
  items: [
    { code: '1', title: '整户保障', synonyms: ['整户', '整户保', '按户'] },
    { code: '2', title: '单人保障', synonyms: ['单人', '单人保', '单人户', '按人'] },
  ],
}
