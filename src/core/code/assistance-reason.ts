import type { CodeList } from './code-list.ts'

export const assistanceReason: CodeList = {
  name: 'assistanceReason',
  title: '救助原因',
  items: [
    { code: '01', title: '疾病', synonyms: ['因病', '重大疾病', '患病'] },
    { code: '02', title: '残疾', synonyms: ['因残', '重度残疾'] },
    { code: '03', title: '年老', synonyms: ['年老体弱', '老龄', '高龄'] },
    { code: '04', title: '失业', synonyms: ['因失业', '无业'] },
    { code: '05', title: '就学', synonyms: ['因学', '子女上学'] },
    { code: '06', title: '缺乏劳动力', synonyms: ['缺劳力', '缺少劳动力', '丧失劳动能力'] },
    { code: '07', title: '单亲', synonyms: ['单亲家庭'] },
    { code: '08', title: '灾害或意外', synonyms: ['因灾', '灾害', '意外', '意外事故'] },
    { code: '09', title: '收入低', synonyms: ['收入微薄', '低收入'] },
    { code: '99', title: '其他' },
  ],
}
