import type { CodeList } from './code-list.ts'

export const residenceStatus: CodeList = {
  name: 'residenceStatus',
  title: '人户状态',
  items: [
    { code: '1', title: '人户一致', synonyms: ['人在户在', '人户同在'] },
    { code: '2', title: '人在户不在', synonyms: ['人户分离(人在)', '人在户外'] },
    { code: '3', title: '户在人不在', synonyms: ['人户分离(户在)', '空挂户', '空挂', '外出'] },
    { code: '9', title: '其他' },
  ],
}
