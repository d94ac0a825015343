import type { SeedTemplate } from './seed-template.ts'
import { seedTemplatesOfForm } from './seed-templates-of-form.ts'
import { average, decline, growth, percent, product, share, three, two } from './seed-values.ts'

/** Sentences as community reports write them, each with numbers that belong together. */
export const seedTemplates: SeedTemplate[] = [
  // 分项与总数
  {
    kind: 'sum',
    values: three,
    wrong: ['t', 'a'],
    text: '全年共走访居民{t}户,其中低保户{a}户、残疾人家庭{b}户、独居老人家庭{c}户。',
  },
  {
    kind: 'sum',
    values: three,
    wrong: ['t', 'b'],
    text: '社区现有党员{t}名,其中在职党员{a}名,退休党员{b}名,流动党员{c}名。',
  },
  { kind: 'sum', values: two, wrong: ['t', 'a'], text: '辖区常住人口{t}人,其中男性{a}人,女性{b}人。' },
  {
    kind: 'sum',
    values: three,
    wrong: ['t'],
    text: '今年调解邻里纠纷{a}件、物业纠纷{b}件、家庭纠纷{c}件,共计{t}件。',
  },
  {
    kind: 'sum',
    values: three,
    wrong: ['t'],
    text: '发放米面油{a}份,棉被{b}床,慰问金红包{c}份。全年收到居民来信{a}件、来电{b}件、来访{c}件,合计{t}件。',
  },
  {
    kind: 'sum',
    values: two,
    wrong: ['t', 'b'],
    text: '社区工作人员共{t}人(男{a}人、女{b}人),平均年龄35岁。',
  },
  {
    kind: 'sum',
    values: (d) => {
      const [a, b, c] = [d(10, 90), d(10, 90), d(5, 60)]
      return { a, b, c, t: a + b + c }
    },
    wrong: ['t', 'c'],
    text: '投入改造资金{t}万元,其中市级补助{a}万元,区级配套{b}万元,居民自筹{c}万元。',
  },
  {
    kind: 'sum',
    values: three,
    wrong: ['t'],
    text: '共排查安全隐患{t}处,包括消防隐患{a}处、用电隐患{b}处、燃气隐患{c}处。',
  },
  {
    kind: 'sum',
    values: (d) => {
      const [a, b, c, e] = [d(10, 60), d(10, 60), d(10, 60), d(10, 60)]
      return { a, b, c, e, t: a + b + c + e }
    },
    wrong: ['t', 'e'],
    text: '全年开展活动{t}场次。其中,文艺演出{a}场次,健康讲座{b}场次,亲子活动{c}场次,其他活动{e}场次。',
  },
  { kind: 'sum', values: two, wrong: ['t'], text: '城镇居民参保{a}人,农村居民参保{b}人,两项合计参保{t}人。' },
  { kind: 'sum', values: two, wrong: ['t', 'a'], text: '全镇共有{t}户,分为{a}户常住户和{b}户暂住户。' },
  {
    kind: 'sum',
    values: three,
    wrong: ['t'],
    text: '志愿服务队伍现有{t}人,由党员志愿者{a}人、青年志愿者{b}人、巾帼志愿者{c}人组成。',
  },
  {
    kind: 'sum',
    values: three,
    wrong: ['t'],
    text: '第一网格{a}户,第二网格{b}户,第三网格{c}户,三个网格总计{t}户。',
  },
  {
    kind: 'sum',
    values: (d) => {
      const t = d(100, 500)
      const a = d(20, t - 20)
      return { t, a, b: t - a }
    },
    wrong: ['b'],
    text: '应检企业{t}家,已检{a}家,剩余{b}家。',
  },
  {
    kind: 'sum',
    values: (d) => {
      const t = d(100, 500)
      const a = d(20, t - 20)
      return { t, a, b: t - a }
    },
    wrong: ['t', 'b'],
    text: '受理群众诉求{t}件,已办结{a}件,正在办理{b}件。',
  },
  // 占比
  {
    kind: 'share',
    values: share,
    wrong: ['p'],
    text: '全社区共有居民{t}人,其中60岁以上老年人{a}人,占{p}%。',
  },
  { kind: 'share', values: share, wrong: ['p'], text: '社区共有{t}户,低保户{a}户,占总户数的{p}%。' },
  { kind: 'share', values: share, wrong: ['p', 'a'], text: '全年受理诉求{t}件,办结{a}件,办结率{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '发放问卷{t}份,收回{a}份,回收率为{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '{t}名党员中,有{a}名参加了志愿服务,占比{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '全年回访居民{t}户,表示满意的{a}户,满意率达到{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '平安小区达到{a}个,占小区总数{t}个的{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '应参保{t}人,实际参保{a}人,参保率{p}%。' },
  { kind: 'share', values: share, wrong: ['p'], text: '年初确定的{t}项任务已完成{a}项,完成率为{p}%。' },
  {
    kind: 'share',
    values: (d) => {
      const t = d(200, 900)
      const a = d(20, t - 20)
      return { t, a, p: percent(a, t) }
    },
    wrong: ['p'],
    text: '全年支出{t}万元,其中民生支出{a}万元,占全年支出的{p}%。',
  },
  {
    kind: 'share',
    values: (d) => {
      const a = d(20, 45)
      const b = d(20, 45)
      return { a, b, c: 100 - a - b }
    },
    wrong: ['c'],
    text: '从年龄结构看,35岁以下占{a}%,36岁至55岁占{b}%,56岁以上占{c}%。',
  },
  {
    kind: 'share',
    values: (d) => {
      const a = d(50, 80)
      const b = d(10, 19)
      return { a, b, c: 100 - a - b }
    },
    wrong: ['a'],
    text: '问卷结果显示,满意的占{a}%,基本满意的占{b}%,不满意的占{c}%。',
  },
  // 增减
  {
    kind: 'change',
    values: growth,
    wrong: ['p'],
    text: '志愿者人数由去年的{a}人增加到今年的{b}人,增长{p}%。',
  },
  { kind: 'change', values: decline, wrong: ['p'], text: '信访量从上年的{a}件下降到{b}件,下降{p}%。' },
  { kind: 'change', values: growth, wrong: ['d', 'b'], text: '注册志愿者从{a}人增至{b}人,净增{d}人。' },
  {
    kind: 'change',
    values: growth,
    wrong: ['p', 'd'],
    text: '全年开展活动{b}场,比上年的{a}场增加{d}场,增长{p}%。',
  },
  {
    kind: 'change',
    values: growth,
    wrong: ['p'],
    text: '2024年接待群众{a}人次,2025年接待群众{b}人次,同比增长{p}%。',
  },
  { kind: 'change', values: growth, wrong: ['p'], text: '今年办理事项{b}件,较去年增加{d}件,增长{p}%。' },
  { kind: 'change', values: decline, wrong: ['d'], text: '去年可防性案件{a}起,今年{b}起,同比减少{d}起。' },
  {
    kind: 'change',
    values: (d) => {
      const a = d(600, 850) / 10
      const b = a + d(10, 120) / 10
      return { a: a.toFixed(1), b: b.toFixed(1), d: (b - a).toFixed(1) }
    },
    wrong: ['d'],
    text: '居民满意率由{a}%提高到{b}%,提高{d}个百分点。',
  },
  {
    kind: 'change',
    values: (d) => {
      const a = d(200, 400) / 10
      const b = a - d(10, 100) / 10
      return { a: a.toFixed(1), b: b.toFixed(1), d: (a - b).toFixed(1) }
    },
    wrong: ['d'],
    text: '空置率从{a}%降至{b}%,下降了{d}个百分点。',
  },
  {
    kind: 'change',
    values: (d) => {
      const a = d(20, 300)
      const k = d(2, 5)
      return { a, b: a * k, k }
    },
    wrong: ['k'],
    text: '集体收入由{a}万元增加到{b}万元,是原来的{k}倍。',
  },
  {
    kind: 'change',
    values: (d) => {
      const a = d(20, 300)
      return { a, b: a * 2 }
    },
    wrong: ['b'],
    text: '社区集体经济收入从{a}万元增加到{b}万元,翻了一番。',
    falsify: (_n, v, d) => Math.round(Number(v.a) * (d(0, 1) ? 1.5 : 2.9)),
  },
  { kind: 'change', values: decline, wrong: ['p'], text: '物业投诉{b}件,同比减少{d}件,下降{p}%。' },
  {
    kind: 'change',
    values: decline,
    wrong: ['p'],
    text: '未就业人员由年初的{a}人减少为年末的{b}人,减幅{p}%。',
  },
  // 乘积
  { kind: 'product', values: product, wrong: ['t'], text: '为{n}名高龄老人每人发放慰问金{r}元,共计{t}元。' },
  {
    kind: 'product',
    values: product,
    wrong: ['w', 'r'],
    text: '走访困难家庭{n}户,每户补助{r}元,合计{w}万元。',
  },
  {
    kind: 'product',
    values: (d) => {
      const n = d(5, 40)
      const k = d(2, 6)
      return { n, k, t: n * k }
    },
    wrong: ['t'],
    text: '社区划分为{n}个网格,每个网格配备{k}名网格员,共{t}名网格员。',
  },
  {
    kind: 'product',
    values: (d) => {
      const k = d(2, 9)
      return { k, t: k * 12 }
    },
    wrong: ['t'],
    text: '坚持每月开展集中宣传{k}次,全年共开展{t}次。',
  },
  {
    kind: 'product',
    values: product,
    wrong: ['t'],
    text: '慰问标准为每人{r}元,共慰问{n}人,发放慰问金{t}元。',
  },
  {
    kind: 'product',
    values: (d) => {
      const n = d(5, 60)
      const r = d(3, 30) * 100
      return { n, r, t: n * r }
    },
    wrong: ['t'],
    text: '购置健身器材{n}套,每套{r}元,共支出{t}元。',
  },
  {
    kind: 'product',
    values: (d) => {
      const n = d(5, 30)
      const r = d(20, 60)
      return { n, r, t: n * r }
    },
    wrong: ['t'],
    text: '举办技能培训{n}期,每期{r}人,累计培训{t}人次。',
  },
  // 平均
  { kind: 'average', values: average, wrong: ['m'], text: '全年举办活动{n}场,参与居民{t}人次,场均{m}人次。' },
  { kind: 'average', values: average, wrong: ['m'], text: '共组织培训{n}期,培训{t}人次,平均每期{m}人次。' },
  {
    kind: 'average',
    values: (d) => {
      const n = d(100, 900)
      const m = d(12, 90) * 10
      return { n, m, t: n * m }
    },
    wrong: ['m'],
    text: '向{n}名困难群众发放救助金{t}元,人均{m}元。',
  },
  {
    kind: 'average',
    values: (d) => {
      const n = d(300, 900)
      const t = d(800, 2700)
      return { n, t, m: (t / n).toFixed(1) }
    },
    wrong: ['m'],
    text: '辖区现有{n}户、{t}人,户均{m}人。',
  },
  {
    kind: 'average',
    values: (d) => {
      const m = d(12, 90)
      return { m, t: m * 12 }
    },
    wrong: ['m'],
    text: '全年受理热线工单{t}件,月均{m}件。',
  },
  { kind: 'average', values: average, wrong: ['m'], text: '{n}个网格共服务居民{t}户,平均每个网格{m}户。' },
  ...seedTemplatesOfForm,
]
