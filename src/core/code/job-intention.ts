import type { CodeList } from './code-list.ts'

export const jobIntention: CodeList = {
  name: 'jobIntention',
  title: '就业意向',
  items: [
    { code: '1', title: '单位就业', synonyms: ['全日制', '企业就业', '正式工', '单位招聘'] },
    { code: '2', title: '灵活就业', synonyms: ['非全日制', '临时工', '小时工'] },
    { code: '3', title: '自主创业', synonyms: ['创业', '个体经营'] },
    { code: '4', title: '公益性岗位', synonyms: ['公益岗', '公益岗位'] },
    { code: '5', title: '外出务工', synonyms: ['劳务输出'] },
    { code: '6', title: '先参加培训', synonyms: ['培训', '参加培训', '技能培训'] },
    { code: '7', title: '暂无就业意向', synonyms: ['暂无', '无', '无就业意愿', '暂不就业'] },
    { code: '9', title: '其他' },
  ],
}
