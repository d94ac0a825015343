import type { CodeList } from './code-list.ts'

export const awayReason: CodeList = {
  name: 'awayReason',
  title: '外出原因',
  items: [
    { code: '01', title: '务工', synonyms: ['打工', '外出务工'] },
    { code: '02', title: '经商' },
    { code: '03', title: '求学', synonyms: ['上学', '读书', '就读'] },
    { code: '04', title: '参军', synonyms: ['服役', '入伍'] },
    { code: '05', title: '随迁照料', synonyms: ['随迁', '投靠亲友', '带孙'] },
    { code: '06', title: '异地居住', synonyms: ['异地购房', '异地养老'] },
    { code: '07', title: '就医', synonyms: ['治病'] },
    { code: '08', title: '探亲旅游', synonyms: ['探亲', '旅游'] },
    { code: '09', title: '出国(境)', synonyms: ['出国', '出境'] },
    { code: '99', title: '其他' },
  ],
}
