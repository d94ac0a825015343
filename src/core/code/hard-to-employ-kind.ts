import type { CodeList } from './code-list.ts'

export const hardToEmployKind: CodeList = {
  name: 'hardToEmployKind',
  title: '就业困难类型',
  items: [
    { code: '1', title: '大龄失业人员', synonyms: ['大龄', '4050', '大龄人员', '4050人员'] },
    { code: '2', title: '零就业家庭成员', synonyms: ['零就业家庭', '零就业'] },
    { code: '3', title: '残疾人员', synonyms: ['残疾人', '残疾'] },
    { code: '4', title: '低保家庭成员', synonyms: ['低保', '低保家庭', '低保人员'] },
    { code: '5', title: '长期失业人员', synonyms: ['长期失业', '连续失业一年以上'] },
    { code: '6', title: '失地人员', synonyms: ['失地农民', '被征地'] },
    { code: '9', title: '其他' },
  ],
}
