import type { CodeList } from './code-list.ts'

export const registerKind: CodeList = {
  name: 'registerKind',
  title: '户口类别',
  items: [
    { code: '1', title: '居民户口', synonyms: ['家庭户', '居民家庭户'] },
    { code: '2', title: '非农业户口', synonyms: ['非农业', '非农', '城镇', '城镇户口'] },
    { code: '3', title: '农业户口', synonyms: ['农业', '农村', '农村户口'] },
    { code: '4', title: '集体户口', synonyms: ['集体户'] },
    { code: '9', title: '其他' },
  ],
}
