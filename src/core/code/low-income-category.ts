import type { CodeList } from './code-list.ts'

export const lowIncomeCategory: CodeList = {
  name: 'lowIncomeCategory',
  title: '困难类型',
  items: [
    { code: '1', title: '特困人员', synonyms: ['特困', '特困供养', '五保', '分散特困', '集中特困'] },
    {
      code: '2',
      title: '最低生活保障',
      synonyms: ['低保', '低保户', '低保对象', '城镇低保', '农村低保', '最低生活保障对象'],
    },
    {
      code: '3',
      title: '最低生活保障边缘家庭',
      synonyms: ['低保边缘', '低边', '低收入', '低保边缘家庭', '低保边缘户'],
    },
    { code: '4', title: '刚性支出困难家庭', synonyms: ['支出型困难家庭', '支出型困难'] },
    { code: '9', title: '其他困难家庭', synonyms: ['其他困难', '其他', '临时困难'] },
  ],
}
