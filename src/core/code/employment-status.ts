import type { CodeList } from './code-list.ts'

/** Personal status in working life. */
export const employmentStatus: CodeList = {
  name: 'employmentStatus',
  title: '就业状况',
  standard: 'GB/T 2261.4-2003',
  items: [
    { code: '11', title: '国家公务员', synonyms: ['公务员'] },
    { code: '13', title: '专业技术人员' },
    { code: '17', title: '职员' },
    { code: '21', title: '企业管理人员' },
    { code: '24', title: '工人', synonyms: ['在职', '企业职工'] },
    { code: '27', title: '农民', synonyms: ['务农'] },
    { code: '31', title: '学生', synonyms: ['在校学生', '在读'] },
    { code: '37', title: '现役军人', synonyms: ['军人'] },
    { code: '51', title: '自由职业者', synonyms: ['自由职业', '灵活就业'] },
    { code: '54', title: '个体经营者', synonyms: ['个体', '个体户', '个体经营'] },
    { code: '70', title: '无业人员', synonyms: ['无业', '失业', '待业'] },
    { code: '80', title: '退休、离休人员', synonyms: ['退休', '离休', '退休人员', '离退休', '离退休人员'] },
    { code: '90', title: '其他' },
  ],
}
