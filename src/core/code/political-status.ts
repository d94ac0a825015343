import type { CodeList } from './code-list.ts'

export const politicalStatus: CodeList = {
  name: 'politicalStatus',
  title: '政治面貌',
  standard: 'GB/T 4762-1984',
  items: [
    { code: '01', title: '中共党员', synonyms: ['中国共产党党员', '党员', '共产党员', '中共正式党员'] },
    { code: '02', title: '中共预备党员', synonyms: ['中国共产党预备党员', '预备党员'] },
    { code: '03', title: '共青团员', synonyms: ['团员', '中国共产主义青年团团员'] },
    { code: '04', title: '民革党员', synonyms: ['民革会员', '中国国民党革命委员会会员'] },
    { code: '05', title: '民盟盟员', synonyms: ['民盟', '中国民主同盟盟员'] },
    { code: '06', title: '民建会员', synonyms: ['民建', '中国民主建国会会员'] },
    { code: '07', title: '民进会员', synonyms: ['民进', '中国民主促进会会员'] },
    { code: '08', title: '农工党党员', synonyms: ['农工党', '中国农工民主党党员'] },
    { code: '09', title: '致公党党员', synonyms: ['致公党', '中国致公党党员'] },
    { code: '10', title: '九三学社社员', synonyms: ['九三学社'] },
    { code: '11', title: '台盟盟员', synonyms: ['台盟', '台湾民主自治同盟盟员'] },
    { code: '12', title: '无党派人士', synonyms: ['无党派民主人士', '无党派'] },
    { code: '13', title: '群众', synonyms: ['普通居民', '普通公民', '一般群众'] },
  ],
}
