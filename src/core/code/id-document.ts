import type { CodeList } from './code-list.ts'

/** Identity documents: a selection. The text of the standard was not at hand; the codes are those in common use. */
export const idDocument: CodeList = {
  name: 'idDocument',
  title: '证件种类',
  standard: 'GA/T 517',
  items: [
    { code: '111', title: '居民身份证', synonyms: ['身份证', '二代身份证', '第二代身份证'] },
    { code: '112', title: '临时居民身份证', synonyms: ['临时身份证'] },
    { code: '113', title: '户口簿', synonyms: ['户口本'] },
    { code: '114', title: '军官证', synonyms: ['中国人民解放军军官证'] },
    { code: '414', title: '普通护照', synonyms: ['护照'] },
    { code: '511', title: '台湾居民来往大陆通行证', synonyms: ['台胞证'] },
    { code: '516', title: '港澳居民来往内地通行证', synonyms: ['回乡证', '港澳通行证'] },
    { code: '553', title: '外国人永久居留证', synonyms: ['外国人永久居留身份证'] },
  ],
}
