import type { CodeList } from './code-list.ts'

export const disabilityCause: CodeList = {
  name: 'disabilityCause',
  title: '残疾原因',
  items: [
    { code: '1', title: '先天', synonyms: ['先天性', '遗传', '遗传性', '先天遗传'] },
    { code: '2', title: '疾病', synonyms: ['因病', '后天疾病', '传染性疾病', '非传染性疾病'] },
    { code: '3', title: '创伤或意外', synonyms: ['外伤', '意外', '意外伤害', '事故', '创伤', '交通事故'] },
    { code: '4', title: '工伤' },
    { code: '5', title: '药物中毒', synonyms: ['中毒', '药物'] },
    { code: '6', title: '产伤', synonyms: ['分娩损伤'] },
    { code: '8', title: '原因不明', synonyms: ['不明', '不详'] },
    { code: '9', title: '其他' },
  ],
}
