import type { CodeList } from './code-list.ts'

export const unemployedCategory: CodeList = {
  name: 'unemployedCategory',
  title: '失业人员类型',
  items: [
    {
      code: '1',
      title: '就业转失业人员',
      synonyms: ['就业转失业', '城镇登记失业', '登记失业人员', '城镇登记失业人员'],
    },
    { code: '2', title: '新成长失业青年', synonyms: ['新成长劳动力', '失业青年', '从未就业'] },
    { code: '3', title: '高校毕业生', synonyms: ['未就业高校毕业生', '大学毕业生', '应届毕业生'] },
    { code: '4', title: '退役军人', synonyms: ['退伍军人'] },
    { code: '5', title: '被征地人员', synonyms: ['失地农民', '被征地农民'] },
    { code: '6', title: '农村转移劳动力', synonyms: ['农民工', '农村劳动力'] },
    { code: '9', title: '其他' },
  ],
}
