import type { CodeList } from './code-list.ts'

/** Who stands by somebody beyond their household. */
export const personRelationKind: CodeList = {
  name: 'personRelationKind',
  title: '关系类别',
  items: [
    { code: '1', title: '监护人', synonyms: ['法定监护人', '委托监护人'] },
    { code: '2', title: '照料人', synonyms: ['照护人', '日常照料人', '护理人'] },
    { code: '3', title: '亲属', synonyms: ['不同住的亲属'] },
    { code: '4', title: '紧急联系人', synonyms: ['应急联系人'] },
  ],
}
