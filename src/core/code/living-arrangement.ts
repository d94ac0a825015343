import type { CodeList } from './code-list.ts'

/** With whom an elder lives. */
export const livingArrangement: CodeList = {
  name: 'livingArrangement',
  title: '居住情况',
  items: [
    { code: '1', title: '独居', synonyms: ['独居老人', '一人居住'] },
    {
      code: '2',
      title: '空巢',
      synonyms: ['空巢老人', '与配偶居住', '与配偶同住', '夫妻同住', '仅与配偶居住'],
    },
    { code: '3', title: '与子女同住', synonyms: ['与子女居住', '随子女居住', '子女同住'] },
    { code: '4', title: '与其他亲属同住', synonyms: ['与亲属同住', '与孙辈同住'] },
    { code: '5', title: '与保姆同住', synonyms: ['保姆', '与雇请照料者同住'] },
    { code: '6', title: '机构养老', synonyms: ['养老机构', '养老院', '敬老院', '入住机构'] },
    { code: '9', title: '其他' },
  ],
}
