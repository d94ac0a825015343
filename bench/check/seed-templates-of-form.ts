import type { SeedTemplate } from './seed-template.ts'

/** Ratios, indicators told twice, dates and blanks. */
export const seedTemplatesOfForm: SeedTemplate[] = [
  // 比例
  {
    kind: 'ratio',
    values: (d) => {
      const k = d(3, 30)
      return { a: 6 * k, b: 4 * k, t: 10 * k }
    },
    wrong: ['a'],
    text: '改造费用{t}万元由市、区两级按6:4的比例分担,市级承担{a}万元,区级承担{b}万元。',
  },
  {
    kind: 'ratio',
    values: (d) => {
      const k = d(10, 60)
      return { a: 3 * k, b: 2 * k }
    },
    wrong: ['b'],
    text: '参加培训的有男学员{a}人、女学员{b}人,男女比例为3:2。',
  },
  {
    kind: 'ratio',
    values: (d) => {
      const k = d(10, 60)
      return { a: 7 * k, b: 3 * k }
    },
    wrong: ['a'],
    text: '补贴资金按7∶3比例由财政和单位分担,财政{a}万元,单位{b}万元。',
  },
  {
    kind: 'ratio',
    values: (d) => {
      const k = d(10, 60)
      return { a: 5 * k, b: 3 * k, c: 2 * k, t: 10 * k }
    },
    wrong: ['c'],
    text: '项目资金{t}万元,省、市、区按5:3:2分担,分别为{a}万元、{b}万元、{c}万元。',
  },
  // 前后
  {
    kind: 'repeat',
    values: (d) => {
      const a = d(1200, 5000)
      return { a, b: a }
    },
    wrong: ['b'],
    text: '社区现有居民{a}户。在人口普查中逐户登记,核实社区共有居民{b}户。',
  },
  {
    kind: 'repeat',
    values: (d) => {
      const a = d(60, 300)
      return { a, b: a }
    },
    wrong: ['b'],
    text: '社区党委现有党员{a}名。{gap}社区{b}名党员全部参加了主题党日。',
  },
  {
    kind: 'repeat',
    values: (d) => {
      const a = d(300, 900)
      return { a, b: a }
    },
    wrong: ['b'],
    text: '全年共调解矛盾纠纷{a}件。{gap}综上,今年共调解矛盾纠纷{b}件,居民满意。',
  },
  {
    kind: 'repeat',
    values: (d) => {
      const a = d(8, 40) / 10
      return { a: a.toFixed(1), b: a.toFixed(1) }
    },
    wrong: ['b'],
    text: '辖区面积{a}平方公里。{gap}在{b}平方公里的辖区面积内划分了网格。',
  },
  {
    kind: 'repeat',
    values: (d) => {
      const a = d(11, 40)
      return { a, b: a }
    },
    wrong: ['b'],
    text: '社区共划分{a}个网格。{gap}社区{b}个网格均配备了专职网格员。',
  },
  {
    kind: 'repeat',
    values: (d) => {
      const a = d(4000, 9000)
      return { a, b: a }
    },
    wrong: ['b'],
    text: '辖区常住人口{a}人。{gap}按常住人口{b}人计算,服务站点布局合理。',
  },
  // 日期
  {
    kind: 'date',
    values: (d) => ({ m: ['4', '6', '9', '11'][d(0, 3)]!, x: d(1, 30) }),
    wrong: ['x'],
    text: '{m}月{x}日,社区召开居民代表会议。',
    falsify: () => 31,
  },
  {
    kind: 'date',
    values: (d) => ({ x: d(1, 28) }),
    wrong: ['x'],
    text: '2025年2月{x}日,街道组织了元宵活动。',
    falsify: (_n, _v, d) => d(29, 30),
  },
  {
    kind: 'date',
    values: (d) => ({ m: d(1, 12) }),
    wrong: ['m'],
    text: '2024年{m}月,老旧小区改造工程开工。',
    falsify: (_n, _v, d) => d(13, 15),
  },
  {
    kind: 'date',
    values: (d) => ({ x: d(11, 20), y: d(21, 28) }),
    wrong: ['y'],
    text: '宣传月活动于3月{x}日至3月{y}日举行。',
    falsify: (_n, v, d) => d(1, Number(v.x) - 1),
  },
  {
    kind: 'date',
    values: (d) => ({ x: d(2016, 2020), y: d(2021, 2025) }),
    wrong: ['y'],
    text: '该项目实施周期为{x}年至{y}年。',
    falsify: (_n, v) => Number(v.x) - 2,
  },
  {
    kind: 'date',
    values: () => ({ w: '五' }),
    wrong: ['w'],
    text: '2025年3月14日(星期{w}),街道召开部署会。',
    falsify: (_n, _v, d) => '一二三四六日'[d(0, 5)]!,
  },
  {
    kind: 'date',
    values: () => ({ n: 104 }),
    wrong: ['n'],
    text: '2025年7月1日,社区举办庆祝建党{n}周年文艺演出。',
    falsify: (_n, _v, d) => (d(0, 1) ? 103 : 100),
  },
  {
    kind: 'date',
    values: (d) => ({ a: d(3, 6), b: d(9, 11) }),
    wrong: ['b'],
    text: '工程于2024年{a}月开工,2024年{b}月完工并投入使用。',
    falsify: (_n, v) => Number(v.a) - 2,
  },
  // 空缺
  {
    kind: 'placeholder',
    values: () => ({ x: '和平社区' }),
    wrong: ['x'],
    text: '{x}坚持党建引领,服务居民。',
    falsify: (_n, _v, d) => ['xx社区', 'XX社区', '××社区', '__社区', '某某XX社区'][d(0, 4)]!,
  },
  {
    kind: 'placeholder',
    values: () => ({ x: '2024年' }),
    wrong: ['x'],
    text: '{x},社区各项工作稳步推进。',
    falsify: (_n, _v, d) => ['20xx年', '20__年', '20XX年', '20**年', '20  年'][d(0, 4)]!,
  },
  {
    kind: 'placeholder',
    values: (d) => ({ x: String(d(20, 90)) }),
    wrong: ['x'],
    text: '本季度接待来访{x}人次。',
    falsify: (_n, _v, d) => ['____', 'xx', 'X', '××', '( )', '**'][d(0, 5)]!,
  },
]
