import type { CodeList } from './code-list.ts'

export const disabilityKind: CodeList = {
  name: 'disabilityKind',
  title: '残疾类别',
  standard: 'GB/T 26341-2010',
  items: [
    { code: '1', title: '视力残疾', synonyms: ['视力'] },
    { code: '2', title: '听力残疾', synonyms: ['听力'] },
    { code: '3', title: '言语残疾', synonyms: ['言语', '语言残疾', '语言'] },
    { code: '4', title: '肢体残疾', synonyms: ['肢体'] },
    { code: '5', title: '智力残疾', synonyms: ['智力'] },
    { code: '6', title: '精神残疾', synonyms: ['精神'] },
    { code: '7', title: '多重残疾', synonyms: ['多重'] },
  ],
}
