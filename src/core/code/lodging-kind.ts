import type { CodeList } from './code-list.ts'

export const lodgingKind: CodeList = {
  name: 'lodgingKind',
  title: '暂住处所',
  items: [
    { code: '1', title: '租赁房屋', synonyms: ['租房', '出租屋', '出租房'] },
    { code: '2', title: '自购房屋', synonyms: ['自购房'] },
    { code: '3', title: '单位内部', synonyms: ['单位宿舍', '宿舍'] },
    { code: '4', title: '居民家中', synonyms: ['亲友家', '投靠亲友'] },
    { code: '5', title: '工地现场', synonyms: ['工地'] },
    { code: '6', title: '旅店', synonyms: ['宾馆', '旅馆'] },
    { code: '9', title: '其他' },
  ],
}
