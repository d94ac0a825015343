import type { SeedTemplate } from './seed-template.ts'
import { average, decline, growth, percent, product, share, three, two } from './seed-values.ts'

/** Other wordings of the same relations, written before the rules were tried on them. */
export const seedTemplatesApart: SeedTemplate[] = [
  {
    kind: 'sum',
    values: three,
    wrong: ['t', 'a'],
    text: '截至年底,共有各类社会组织{t}家:文体类{a}家、公益类{b}家、互助类{c}家。',
  },
  {
    kind: 'sum',
    values: two,
    wrong: ['t'],
    text: '社区“两委”及工作者队伍中,本科及以上学历{a}人,大专及以下学历{b}人,总人数{t}人。',
  },
  {
    kind: 'sum',
    values: three,
    wrong: ['t'],
    text: '一季度受理{a}件,二季度受理{b}件,三季度受理{c}件,前三季度累计受理{t}件。',
  },
  {
    kind: 'sum',
    values: two,
    wrong: ['t', 'b'],
    text: '此次共发放慰问品{t}份,分别是老党员{a}份、困难群众{b}份。',
  },
  { kind: 'sum', values: two, wrong: ['a'], text: '辖区内商铺{t}家(餐饮{a}家,零售{b}家)。' },
  { kind: 'sum', values: three, wrong: ['t'], text: '完成加装电梯{a}部、在建{b}部、拟建{c}部,合计{t}部。' },
  {
    kind: 'sum',
    values: three,
    wrong: ['t'],
    text: '清理楼道杂物{a}处,清理卫生死角{b}处,清理乱贴乱画{c}处,总计清理{t}处。',
  },
  {
    kind: 'sum',
    values: (d) => {
      const [a, b] = [d(100, 900) / 10, d(100, 900) / 10]
      return { a: a.toFixed(1), b: b.toFixed(1), t: (a + b).toFixed(1) }
    },
    wrong: ['t', 'a'],
    text: '项目总投资{t}万元,其中财政资金{a}万元,社会资金{b}万元。',
  },
  {
    kind: 'sum',
    values: three,
    wrong: ['t'],
    text: '社区共有志愿者{t}人。其中:党员{a}人,居民{b}人,学生{c}人。',
  },
  {
    kind: 'sum',
    values: two,
    wrong: ['t'],
    text: '全年共接待群众{t}人次,其中线下接待{a}人次,线上接待{b}人次。',
  },
  { kind: 'sum', values: two, wrong: ['b'], text: '新建停车位{t}个,包括地上{a}个和地下{b}个。' },
  {
    kind: 'sum',
    values: three,
    wrong: ['t'],
    text: '检查沿街商户{a}家次、小区{b}家次、工地{c}家次,共检查{t}家次。',
  },
  { kind: 'sum', values: two, wrong: ['t'], text: '春节期间走访{a}户,中秋节期间走访{b}户,两次共走访{t}户。' },

  { kind: 'share', values: share, wrong: ['p'], text: '在{t}件诉求中,物业类诉求{a}件,占比为{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '户籍人口{t}人,60周岁以上老人{a}人,老龄化率{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '应接种{t}人,已接种{a}人,接种率达{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '全体业主{t}户中有{a}户投票同意,同意率为{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '女性{a}人,占居民总人数{t}人的{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '共排查隐患{t}处,已整改{a}处,整改率{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '社区有居民{t}户,签约家庭医生{a}户,签约率{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '调解纠纷{t}起,成功{a}起,成功率{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '参加投票的居民{a}人,占应到会{t}人的{p}%。' },
  {
    kind: 'share',
    values: (d) => {
      const a = d(30, 50)
      const b = d(20, 40)
      return { a, b, c: 100 - a - b }
    },
    wrong: ['b'],
    text: '诉求类型方面,物业管理占{a}%、环境卫生占{b}%、其他占{c}%。',
  },

  {
    kind: 'change',
    values: growth,
    wrong: ['p'],
    text: '2023年全年开展志愿服务{a}次,2024年达到{b}次,增幅为{p}%。',
  },
  { kind: 'change', values: decline, wrong: ['p'], text: '投诉量由{a}件降到{b}件,降幅达{p}%。' },
  { kind: 'change', values: growth, wrong: ['d'], text: '党员由年初{a}名发展到{b}名,增加了{d}名。' },
  { kind: 'change', values: decline, wrong: ['p'], text: '与去年同期的{a}件相比,今年{b}件,下降{p}%。' },
  { kind: 'change', values: growth, wrong: ['p', 'd'], text: '服务居民{b}人次,同比增加{d}人次,增长{p}%。' },
  {
    kind: 'change',
    values: (d) => {
      const a = d(200, 500) / 10
      const b = a + d(10, 200) / 10
      return { a: a.toFixed(1), b: b.toFixed(1), d: (b - a).toFixed(1) }
    },
    wrong: ['d'],
    text: '垃圾分类参与率达{b}%,比去年的{a}%提升{d}个百分点。',
  },
  { kind: 'change', values: growth, wrong: ['p'], text: '去年举办活动{a}场,今年举办活动{b}场,增长了{p}%。' },
  { kind: 'change', values: growth, wrong: ['b'], text: '低保对象从{a}人增加{d}人,达到{b}人。' },
  { kind: 'change', values: decline, wrong: ['b'], text: '矛盾纠纷由上年的{a}件减少{d}件,降至{b}件。' },
  {
    kind: 'change',
    values: (d) => {
      const a = d(20, 300)
      const k = d(2, 5)
      return { a, b: a * (k + 1), k }
    },
    wrong: ['k'],
    text: '参与居民由{a}人增长到{b}人,增长了{k}倍。',
  },

  {
    kind: 'product',
    values: product,
    wrong: ['t'],
    text: '按照每户{r}元的标准,为{n}户困难家庭发放补贴,总金额{t}元。',
  },
  {
    kind: 'product',
    values: product,
    wrong: ['t'],
    text: '向{n}户家庭发放一次性补贴,每户{r}元,总计发放{t}元。',
  },
  {
    kind: 'product',
    values: (d) => {
      const n = d(4, 30)
      const k = d(3, 12)
      return { n, k, t: n * k }
    },
    wrong: ['t'],
    text: '组建{n}支巡逻队,每支{k}人,共计{t}人。',
  },
  {
    kind: 'product',
    values: (d) => {
      const k = d(2, 9)
      return { k, t: k * 4 }
    },
    wrong: ['t'],
    text: '每季度召开议事会{k}次,全年共召开{t}次。',
  },
  {
    kind: 'product',
    values: (d) => {
      const n = d(5, 40)
      const k = d(20, 90)
      return { n, k, t: n * k }
    },
    wrong: ['t'],
    text: '开设{n}个班次,每班{k}人,合计培训{t}人。',
  },

  {
    kind: 'average',
    values: average,
    wrong: ['m'],
    text: '{n}支队伍全年服务{t}小时,平均每支队伍服务{m}小时。',
  },
  { kind: 'average', values: average, wrong: ['m'], text: '全年放映电影{n}场,观众{t}人次,平均每场{m}人次。' },
  {
    kind: 'average',
    values: (d) => {
      const n = d(100, 900)
      const m = d(12, 90) * 10
      return { n, m, t: n * m }
    },
    wrong: ['m'],
    text: '发放补贴{t}元,惠及{n}户,户均{m}元。',
  },
  {
    kind: 'average',
    values: (d) => {
      const n = d(11, 40)
      const m = d(100, 400)
      return { n, m, t: n * m }
    },
    wrong: ['m'],
    text: '{n}名网格员负责{t}户居民,人均负责{m}户。',
  },

  {
    kind: 'ratio',
    values: (d) => {
      const k = d(3, 30)
      return { a: 7 * k, b: 3 * k, t: 10 * k }
    },
    wrong: ['b'],
    text: '总费用{t}万元,政府与居民按照7:3分摊,政府出资{a}万元,居民出资{b}万元。',
  },
  {
    kind: 'ratio',
    values: (d) => {
      const k = d(10, 60)
      return { a: 2 * k, b: k }
    },
    wrong: ['a'],
    text: '党员与群众代表之比为2:1,党员代表{a}人,群众代表{b}人。',
  },

  {
    kind: 'repeat',
    values: (d) => {
      const a = d(1200, 5000)
      return { a, b: a }
    },
    wrong: ['b'],
    text: '辖区共有住户{a}户。{gap}目前,辖区{b}户住户已全部建档。',
  },
  {
    kind: 'repeat',
    values: (d) => {
      const a = d(300, 900)
      return { a, b: a }
    },
    wrong: ['b'],
    text: '一年来,累计开展志愿服务活动{a}场次。{gap}累计开展志愿服务活动{b}场次,受到居民欢迎。',
  },
  {
    kind: 'repeat',
    values: (d) => {
      const a = d(30, 90)
      return { a, b: a }
    },
    wrong: ['b'],
    text: '社区有居民楼{a}栋。{gap}全社区{b}栋居民楼全部完成消防检查。',
  },

  {
    kind: 'date',
    values: (d) => ({ x: d(1, 28) }),
    wrong: ['x'],
    text: '截至2025年6月{x}日,各项任务基本完成。',
    falsify: () => 31,
  },
  {
    kind: 'date',
    values: () => ({ w: '二' }),
    wrong: ['w'],
    text: '2024年12月24日星期{w},街道召开专题会议。',
    falsify: (_n, _v, d) => '一三四五六日'[d(0, 5)]!,
  },
  {
    kind: 'date',
    values: (d) => ({ x: d(1, 9) }),
    wrong: ['x'],
    text: '公示期为2025年5月10日至2025年5月1{x}日。',
    falsify: () => '',
  },
  {
    kind: 'date',
    values: () => ({ n: 75 }),
    wrong: ['n'],
    text: '2024年国庆期间,围绕新中国成立{n}周年开展了主题活动。',
    falsify: (_n, _v, d) => d(70, 74),
  },
  {
    kind: 'date',
    values: () => ({ n: 10 }),
    wrong: ['n'],
    text: '社区成立于2015年,2025年举办了成立{n}周年庆祝活动。',
    falsify: (_n, _v, d) => (d(0, 1) ? 20 : 12),
  },
  {
    kind: 'date',
    values: (d) => ({ m: d(1, 12) }),
    wrong: ['m'],
    text: '二〇二四年{m}月十日,项目通过验收。',
    falsify: (_n, _v, d) => d(13, 14),
  },

  {
    kind: 'placeholder',
    values: () => ({ x: '李明' }),
    wrong: ['x'],
    text: '社区书记{x}同志作了汇报。',
    falsify: (_n, _v, d) => ['XXX', 'xxx', '×××', '___'][d(0, 3)]!,
  },
  {
    kind: 'placeholder',
    values: (d) => ({ x: String(d(20, 90)) }),
    wrong: ['x'],
    text: '全年共发展党员{x}名。',
    falsify: (_n, _v, d) => ['__', 'xx', 'x', '××', '（ ）', '【待填】', 'XX'][d(0, 6)]!,
  },
  {
    kind: 'placeholder',
    values: (d) => ({ x: String(d(20, 90)) }),
    wrong: ['x'],
    text: '完成投资{x}万元。',
    falsify: (_n, _v, d) => ['______', 'xx', 'X', '××', '**', '〔待补充〕'][d(0, 5)]!,
  },

  // 看似矛盾而并不错
  {
    kind: 'sum',
    values: (d) => {
      const [a, b] = [d(10, 40), d(10, 40)]
      return { a, b, t: a + b + d(60, 300) }
    },
    wrong: [],
    text: '社区现有党员{t}名,其中35岁以下{a}名,女党员{b}名。',
  },
  {
    kind: 'sum',
    values: (d) => {
      const [a, b] = [d(10, 40), d(10, 40)]
      return { a, b, t: a + b + d(60, 300) }
    },
    wrong: [],
    text: '全年举办活动{t}场,其中大型文艺演出{a}场、健康义诊{b}场。',
  },
  {
    kind: 'sum',
    values: (d) => {
      const [a, b] = [d(100, 400), d(100, 400)]
      return { a, b, t: Math.floor((a + b) / 100) * 100 }
    },
    wrong: [],
    text: '走访老人{a}户、残疾人{b}户,共走访{t}余户。',
  },
  {
    kind: 'sum',
    values: (d) => ({ t: d(500, 900), a: d(1000, 3000) }),
    wrong: [],
    text: '服务居民{t}人,{a}人次。',
  },
  {
    kind: 'share',
    values: (d) => {
      const t = d(300, 900)
      const a = d(100, 290)
      return { t, a, p: percent(a, t, 0) }
    },
    wrong: [],
    text: '共有居民{t}户,参与分类{a}户,占{p}%。',
  },
  {
    kind: 'share',
    values: (d) => ({ a: d(20, 90), p: d(2, 9) }),
    wrong: [],
    text: '社区有志愿者{a}人,占全街道志愿者的{p}%。',
  },
  {
    kind: 'change',
    values: (d) => ({ a: d(200, 400), p: d(5, 30) }),
    wrong: [],
    text: '全年新增就业{a}人,居民人均可支配收入增长{p}%。',
  },
  {
    kind: 'change',
    values: (d) => ({ a: d(20, 40), b: d(60, 90), c: d(10, 90) }),
    wrong: [],
    text: '计划培训{b}人,实际培训{c}人,新增岗位{a}个。',
  },
  {
    kind: 'product',
    values: (d) => ({ a: d(20, 40), b: d(60, 90), c: d(100, 900) }),
    wrong: [],
    text: '{a}个网格每天巡查2次,全年共发现问题{c}件。',
  },
  {
    kind: 'average',
    values: (d) => ({ a: d(2000, 4000), b: d(6000, 9000), c: d(30000, 60000) }),
    wrong: [],
    text: '全镇{a}户{b}人,人均可支配收入{c}元。',
  },
  {
    kind: 'repeat',
    values: (d) => ({ a: d(2000, 4000), b: d(200, 900) }),
    wrong: [],
    text: '社区共有居民{a}户。{gap}和谐小区共有居民{b}户。',
  },
  {
    kind: 'repeat',
    values: (d) => ({ a: d(200, 400), b: d(500, 900) }),
    wrong: [],
    text: '上半年共走访居民{a}户。{gap}全年共走访居民{b}户。',
  },
  {
    kind: 'date',
    values: () => ({}),
    wrong: [],
    text: '供暖期为2024年11月至2025年3月。2024年2月29日召开会议。',
  },
  {
    kind: 'placeholder',
    values: () => ({}),
    wrong: [],
    text: '医院新购X光机1台,拍摄4K宣传片2部,建成5G基站3座。',
  },
]
