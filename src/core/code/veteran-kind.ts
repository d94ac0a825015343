import type { CodeList } from './code-list.ts'

export const veteranKind: CodeList = {
  name: 'veteranKind',
  title: '优抚类型',
  items: [
    { code: '1', title: '退役士兵', synonyms: ['退伍军人', '退伍士兵'] },
    { code: '2', title: '军队转业干部', synonyms: ['转业干部'] },
    { code: '3', title: '残疾军人', synonyms: ['伤残军人'] },
    { code: '4', title: '复员军人', synonyms: ['在乡复员军人'] },
    { code: '5', title: '烈士遗属', synonyms: ['烈属'] },
    { code: '6', title: '因公牺牲军人遗属' },
    { code: '7', title: '病故军人遗属' },
    { code: '8', title: '现役军人家属', synonyms: ['军属'] },
    { code: '9', title: '其他优抚对象', synonyms: ['其他'] },
  ],
}
