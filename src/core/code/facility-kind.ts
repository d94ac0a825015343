import type { CodeList } from './code-list.ts'

/** Places and facilities that residents use or that keep them safe; practice, not a standard. */
export const facilityKind: CodeList = {
  name: 'facilityKind',
  title: '场所设施类型',
  items: [
    { code: '01', title: '党群服务中心', synonyms: ['党群服务站', '党群服务阵地'] },
    { code: '02', title: '新时代文明实践站', synonyms: ['文明实践站'] },
    { code: '03', title: '社区活动室', synonyms: ['活动室', '文体活动室', '棋牌室'] },
    { code: '04', title: '图书室', synonyms: ['农家书屋', '阅览室'] },
    { code: '05', title: '养老服务设施', synonyms: ['日间照料中心', '助餐点', '养老驿站'] },
    { code: '06', title: '儿童活动场所', synonyms: ['儿童之家', '四点半课堂', '托育点'] },
    { code: '07', title: '文化广场', synonyms: ['文体广场', '小游园'] },
    { code: '08', title: '宣传栏', synonyms: ['公示栏', '宣传橱窗', '电子屏'] },
    { code: '11', title: '健身器材', synonyms: ['健身设施', '健身路径'] },
    { code: '12', title: '消防栓', synonyms: ['消火栓', '室外消火栓'] },
    { code: '13', title: '微型消防站', synonyms: ['消防站'] },
    { code: '14', title: '电动自行车充电棚', synonyms: ['充电棚', '充电桩', '充电车棚'] },
    { code: '15', title: '垃圾分类投放点', synonyms: ['垃圾投放点', '垃圾房'] },
    { code: '16', title: '应急避难场所', synonyms: ['避难场所'] },
    { code: '17', title: '公共厕所', synonyms: ['公厕'] },
    { code: '18', title: '停车场', synonyms: ['停车位'] },
    { code: '99', title: '其他' },
  ],
}
