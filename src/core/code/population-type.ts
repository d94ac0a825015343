import type { CodeList } from './code-list.ts'

export const populationType: CodeList = {
  name: 'populationType',
  title: '实有人口类型',
  items: [
    { code: '1', title: '户籍人口', synonyms: ['户籍', '常住户籍', '户籍人员', '本地户籍'] },
    { code: '2', title: '流动人口', synonyms: ['流动', '流入人口', '暂住人口', '外来人口'] },
    { code: '3', title: '寄住人口', synonyms: ['寄住'] },
    { code: '4', title: '未落户人口', synonyms: ['未落户', '无户口', '未落户人员'] },
    { code: '5', title: '境外人员', synonyms: ['境外', '境外人口', '港澳台及外籍'] },
  ],
}
