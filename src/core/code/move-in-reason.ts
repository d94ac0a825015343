import type { CodeList } from './code-list.ts'

export const moveInReason: CodeList = {
  name: 'moveInReason',
  title: '流入原因',
  items: [
    { code: '01', title: '务工', synonyms: ['打工', '就业'] },
    { code: '02', title: '务农' },
    { code: '03', title: '经商', synonyms: ['经营'] },
    { code: '04', title: '服务' },
    { code: '05', title: '因公出差', synonyms: ['出差'] },
    { code: '06', title: '求学培训', synonyms: ['借读培训', '求学', '上学', '就读'] },
    { code: '07', title: '治病疗养', synonyms: ['就医', '治病'] },
    { code: '08', title: '家政服务', synonyms: ['保姆'] },
    { code: '09', title: '投靠亲友', synonyms: ['投亲', '随迁', '随迁照料'] },
    { code: '10', title: '探亲访友', synonyms: ['探亲'] },
    { code: '11', title: '旅游观光', synonyms: ['旅游'] },
    { code: '12', title: '购房居住', synonyms: ['购房'] },
    { code: '99', title: '其他' },
  ],
}
