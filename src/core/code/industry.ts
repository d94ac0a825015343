import type { CodeList } from './code-list.ts'

/** Sections of the national economy, one letter each. */
export const industry: CodeList = {
  name: 'industry',
  title: '所属行业',
  standard: 'GB/T 4754-2017',
  items: [
    { code: 'A', title: '农、林、牧、渔业', synonyms: ['农林牧渔业'] },
    { code: 'B', title: '采矿业' },
    { code: 'C', title: '制造业' },
    { code: 'D', title: '电力、热力、燃气及水生产和供应业' },
    { code: 'E', title: '建筑业' },
    { code: 'F', title: '批发和零售业', synonyms: ['批发零售业', '零售业', '超市', '便利店'] },
    { code: 'G', title: '交通运输、仓储和邮政业', synonyms: ['物流', '快递'] },
    { code: 'H', title: '住宿和餐饮业', synonyms: ['餐饮业', '餐饮', '住宿业'] },
    { code: 'I', title: '信息传输、软件和信息技术服务业', synonyms: ['软件业', '信息技术'] },
    { code: 'J', title: '金融业', synonyms: ['银行'] },
    { code: 'K', title: '房地产业', synonyms: ['物业', '物业管理'] },
    { code: 'L', title: '租赁和商务服务业', synonyms: ['商务服务业'] },
    { code: 'M', title: '科学研究和技术服务业' },
    { code: 'N', title: '水利、环境和公共设施管理业' },
    { code: 'O', title: '居民服务、修理和其他服务业', synonyms: ['居民服务业', '家政', '理发', '修理'] },
    { code: 'P', title: '教育' },
    { code: 'Q', title: '卫生和社会工作', synonyms: ['卫生', '医疗', '养老'] },
    { code: 'R', title: '文化、体育和娱乐业', synonyms: ['文化体育业', '健身'] },
    { code: 'S', title: '公共管理、社会保障和社会组织' },
    { code: 'T', title: '国际组织' },
  ],
}
