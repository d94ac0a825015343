import type { CodeList } from './code-list.ts'

/** Practice after State Council document 国发〔2016〕13号: both parents away for work, or one away and the other unable to care. */
export const leftBehindSituation: CodeList = {
  name: 'leftBehindSituation',
  title: '留守情形',
  items: [
    { code: '1', title: '父母双方外出务工', synonyms: ['双方外出', '父母均外出'] },
    { code: '2', title: '一方外出、另一方无监护能力', synonyms: ['单方外出', '一方外出'] },
  ],
}
