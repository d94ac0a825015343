import { drawFrom, type Random } from './random.ts'

/** Common surnames with their share of the population in per mille, after the public lists of recent years. */
const surnames = `王72 李70 张67 刘51 陈46 杨30 黄22 赵21 吴20 周19 徐15 孙15 马13 朱12 胡12 郭12 何11 林11 高11 罗10
郑9 梁9 谢8 宋8 唐8 许7.5 韩7 邓7 冯7 曹6.5 彭6.5 曾6 肖6 田6 董5.5 潘5.5 袁5 蔡5 蒋5 余5 于5 杜4.8 叶4.8 程4.5 魏4.5
苏4.5 吕4.5 丁4.3 任4.2 卢4 姚4 沈4 钟4 姜3.8 崔3.7 谭3.7 陆3.6 范3.6 汪3.5 廖3.5 石3.4 金3.3 韦3.2 贾3.2 夏3 付3 方3
邹2.8 熊2.8 白2.8 孟2.7 秦2.6 邱2.6 侯2.5 江2.5 尹2.4 薛2.4 闫2.3 雷2.2 龙2.1 黎2 史2 陶1.9 贺1.9 毛1.8 郝1.8 顾1.8
龚1.7 邵1.7 万1.7 覃1.5 武1.5 钱1.5 戴1.5 严1.4 莫1.3 孔1.3 向1.2 常1.2 汤1.2 康1.1 易1.1 乔1 赖1 文1 欧阳0.6 司马0.1 上官0.1`

export const drawSurname = drawFrom(
  surnames.split(/\s+/).map((entry) => {
    const [, surname, weight] = /^(\D+)(.+)$/.exec(entry)!
    return [surname!, Number(weight)] as const
  }),
)

interface Fashion {
  /** Names of one character are that frequent. */
  readonly single: number
  readonly first: string
  readonly second: string
}

interface Cohort {
  readonly until: number
  readonly '1': Fashion
  readonly '2': Fashion
}

/** What parents chose, by year of birth. */
const cohorts: readonly Cohort[] = [
  {
    until: 1950,
    '1': {
      single: 0.12,
      first: '德福长玉国永文金世明振学树广宝兴万',
      second: '山财贵清林祥福明海富成才生义发云田',
    },
    '2': { single: 0.06, first: '秀桂玉淑凤素兰翠金月春美惠彩', second: '英兰珍芳华云贞香莲芝荣梅琴清' },
  },
  {
    until: 1966,
    '1': {
      single: 0.12,
      first: '建国志卫玉文永学金长保新庆德解援',
      second: '国华军民明生平强林成忠义祥军福山',
    },
    '2': { single: 0.1, first: '秀桂玉淑建凤素丽美春爱国惠瑞', second: '英兰华珍芳荣云琴萍霞梅玲琴莲' },
  },
  {
    until: 1980,
    '1': { single: 0.3, first: '建志永文国海晓卫红新伟立春宏', second: '军强勇平伟明辉斌峰华民东刚林杰涛' },
    '2': { single: 0.28, first: '丽红晓海春艳秀玉小雪美燕冬爱', second: '红梅丽娟霞燕芳玲敏艳萍英静华琴' },
  },
  {
    until: 1995,
    '1': { single: 0.4, first: '晓志文俊海小建伟嘉立宇天鹏振', second: '鹏涛伟超杰磊强辉波勇斌飞龙峰亮浩' },
    '2': { single: 0.38, first: '晓丽婷雪海艳小美文佳玉思静梦', second: '婷娜静丽燕敏娟芳洁琳倩颖雪莹玲' },
  },
  {
    until: 2010,
    '1': { single: 0.18, first: '浩宇子俊天嘉文博志泽思家明睿', second: '然轩豪杰宇博文鑫龙辉阳凯涛航哲' },
    '2': { single: 0.15, first: '欣雨思佳诗梦雅晓子怡静紫嘉可', second: '怡涵雨萱婷琪彤颖欣悦瑶雯慧洁妍' },
  },
  {
    until: 9999,
    '1': { single: 0.05, first: '浩子宇梓沐奕泽一俊皓辰景嘉承', second: '轩宸泽然宇睿辰阳航熙霖恩安霆言' },
    '2': { single: 0.04, first: '梓欣诗若语一可雨佳沐依子芷悦', second: '涵萱彤瑶妍琪汐诺熙晴玥桐宁柠冉' },
  },
]

/** A given name as parents of that year would have chosen it. */
export const makeGivenName = (random: Random, sex: '1' | '2', year: number): string => {
  const { single, first, second } = cohorts.find(({ until }) => year < until)![sex]
  const last = random.pick([...second])
  if (random.chance(single)) return last
  const before = random.pick([...first])
  // 丽丽 and 婷婷 are names of women.
  return before === last && sex === '1' ? last : before + last
}
