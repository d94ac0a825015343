import type { CodeList } from './code-list.ts'

export const facilityState: CodeList = {
  name: 'facilityState',
  title: '设施状态',
  items: [
    { code: '1', title: '完好', synonyms: ['正常', '在用'] },
    { code: '2', title: '待维修', synonyms: ['损坏', '损坏待修', '故障'] },
    { code: '3', title: '停用', synonyms: ['关闭', '暂停使用'] },
  ],
}
