import type { CodeList } from './code-list.ts'

export const hazardKind: CodeList = {
  name: 'hazardKind',
  title: '隐患类型',
  items: [
    { code: '01', title: '消防安全', synonyms: ['消防', '火灾隐患'] },
    { code: '02', title: '用电安全', synonyms: ['用电', '飞线充电', '私拉电线'] },
    { code: '03', title: '燃气安全', synonyms: ['燃气'] },
    { code: '04', title: '房屋建筑', synonyms: ['房屋安全', '危房'] },
    { code: '05', title: '电动自行车', synonyms: ['电动车', '电动车入户'] },
    { code: '06', title: '堵塞通道', synonyms: ['楼道堆物', '占用消防通道', '楼道杂物'] },
    { code: '07', title: '设施损坏', synonyms: ['公共设施损坏'] },
    { code: '08', title: '高空坠物', synonyms: ['高空抛物', '外墙脱落'] },
    { code: '09', title: '环境卫生', synonyms: ['卫生死角'] },
    { code: '10', title: '积水防汛', synonyms: ['内涝', '防汛'] },
    { code: '99', title: '其他' },
  ],
}
