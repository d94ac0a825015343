import type { CodeList } from './code-list.ts'

export const guardianshipKind: CodeList = {
  name: 'guardianshipKind',
  title: '监护类型',
  items: [
    { code: '1', title: '祖父母或外祖父母照料', synonyms: ['隔代监护', '祖辈监护'] },
    { code: '2', title: '父母一方照料', synonyms: ['单亲监护'] },
    { code: '3', title: '其他亲属照料', synonyms: ['亲属监护'] },
    { code: '4', title: '受委托的他人照料', synonyms: ['委托监护'] },
    { code: '9', title: '其他' },
  ],
}
