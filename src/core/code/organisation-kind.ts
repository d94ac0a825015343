import type { CodeList } from './code-list.ts'

/** What an organisation is by law; the last four are 社会组织. */
export const organisationKind: CodeList = {
  name: 'organisationKind',
  title: '单位类别',
  items: [
    { code: '1', title: '机关', synonyms: ['党政机关', '政府机关', '国家机关'] },
    { code: '2', title: '事业单位', synonyms: ['学校', '医院', '幼儿园'] },
    { code: '3', title: '企业', synonyms: ['公司', '有限公司', '国有企业', '民营企业', '非公有制企业'] },
    { code: '4', title: '个体工商户', synonyms: ['个体户', '个体', '商户', '沿街商铺'] },
    { code: '5', title: '农民专业合作社', synonyms: ['合作社'] },
    { code: '6', title: '社会团体', synonyms: ['社团', '协会', '商会', '学会'] },
    { code: '7', title: '社会服务机构', synonyms: ['民办非企业单位', '民非'] },
    { code: '8', title: '基金会' },
    { code: '10', title: '社区社会组织', synonyms: ['备案社会组织', '社区备案组织'] },
    { code: '9', title: '其他' },
  ],
}
