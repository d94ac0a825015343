import type { CodeList } from './code-list.ts'

export const residentOrganisationKind: CodeList = {
  name: 'residentOrganisationKind',
  title: '驻区单位类别',
  items: [
    { code: '1', title: '机关', synonyms: ['党政机关', '政府机关'] },
    { code: '2', title: '事业单位' },
    { code: '3', title: '学校', synonyms: ['幼儿园', '中小学'] },
    { code: '4', title: '医疗卫生机构', synonyms: ['医院', '诊所'] },
    { code: '5', title: '国有企业', synonyms: ['国企'] },
    { code: '6', title: '非公有制企业', synonyms: ['民营企业', '民企', '企业'] },
    { code: '7', title: '个体工商户', synonyms: ['个体户', '商户', '沿街商铺'] },
    { code: '8', title: '社会组织', synonyms: ['社团', '民办非企业单位'] },
    { code: '9', title: '其他' },
  ],
}
