import type { CodeList } from './code-list.ts'

export const dwellingStructure: CodeList = {
  name: 'dwellingStructure',
  title: '房屋结构',
  standard: 'GB/T 17986.1-2000',
  items: [
    { code: '1', title: '钢结构', synonyms: ['钢'] },
    { code: '2', title: '钢、钢筋混凝土结构', synonyms: ['钢和钢筋混凝土结构'] },
    { code: '3', title: '钢筋混凝土结构', synonyms: ['钢混', '钢混结构', '框架', '框架结构'] },
    { code: '4', title: '混合结构', synonyms: ['砖混', '砖混结构', '混合'] },
    { code: '5', title: '砖木结构', synonyms: ['砖木'] },
    { code: '6', title: '其他结构', synonyms: ['其他', '土木', '土木结构', '简易'] },
  ],
}
