import type { CodeList } from './code-list.ts'

export const publicityKind: CodeList = {
  name: 'publicityKind',
  title: '宣传阵地类型',
  items: [
    { code: '1', title: '宣传栏', synonyms: ['公示栏', '宣传橱窗'] },
    { code: '2', title: '电子屏', synonyms: ['电子显示屏', 'LED屏'] },
    { code: '3', title: '新时代文明实践站', synonyms: ['文明实践站'] },
    { code: '4', title: '党群服务中心', synonyms: ['党群服务站'] },
    { code: '5', title: '图书室', synonyms: ['农家书屋', '阅览室'] },
    { code: '6', title: '文化广场', synonyms: ['文体广场'] },
    { code: '7', title: '道德讲堂', synonyms: ['讲堂'] },
    { code: '9', title: '其他' },
  ],
}
