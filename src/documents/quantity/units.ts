import type { QuantityKind } from './quantity.ts'

/** Units by kind, in alternatives of a pattern; `(?!…)` tells words that merely begin like a unit. */
const units: [QuantityKind, string][] = [
  [
    'percent',
    '% ‰ 个百分点 百分点 个千分点 个万分点 个点(?!位) 成(?![为立就效果员功绩长都套熟交本人型因分体品片千上百年])',
  ],
  ['money', '美元 港元 港币 欧元 日元 韩元 英镑 卢布 块钱 元(?![宵旦首素老件])'],
  [
    'duration',
    '个工作日 工作日 个自然日 个小时 小时 个月 个半月 个多月 个季度 个学期 个学年 个星期 星期 周年 年(?![级龄均轻终底初末货鉴幼久味检猪度夜关报糕]|会(?!议)) ' +
      '周(?![边围到密转刊一二三四五六日末岁知全年折旋]) 天(?![然津府气线桥数才地空窗]) 日(?=[之以]?内|后|前|游) 分钟 秒(?!杀) 学时 课时 昼夜 载(?![体重人])',
  ],
  ['age', '周岁 岁(?!末|月) 月龄'],
  [
    'measure',
    '平方公里 平方千米 平方英里 平方厘米 平方米 平米 平方 方(?![面案式法向便针位言程米圆]) ㎡ m² m2 km² 立方米 立方 m³ m3 ' +
      '公里 千米 海里 华里 英里 厘米 毫米 微米 纳米 米(?!粉|线|面) 里(?![程面约]|斯) km cm mm ' +
      '公顷 亩 公斤 千克 毫克 微克 克(?![服难强隆]) 斤 吨标准煤 吨标煤 吨公里 吨 担(?![任当负保]) kg ' +
      '千瓦时 千瓦小时 兆瓦时 吉瓦时 千瓦 兆瓦 吉瓦 瓦(?!解|房|斯) 千伏安 千伏 伏 kWh MWh GWh kW MW GW KW kV 度(?![过假电]?[过假]) ' +
      '标准箱 标箱 TEU EFlops Eflops PFlops Pflops PF EF EFLOPS PFLOPS TFlops GB TB PB MB G(?=内存) MHz GHz Mbps Gbps ' +
      '毫升 千升 升(?![级学至级格温高华降起]) 摄氏度 ℃ 分贝 赫兹 马力 英寸 英尺 卡路里 千卡',
  ],
  ['points', '分(?![别类布局析工公校之管红享级散布期支层步设组居批门辖担流开]|钟)'],
  ['ratio', '倍(?!增|感|加)'],
  [
    'count',
    '户次 家次 人次 场次 件次 车次 架次 班次 艘次 台次 辆次 篇次 批次 轮次 频次 课次 台套 台班 标段 人天 ' +
      '方面 大类 片区 点位 席位 床位 车位 泊位 工位 ' +
      '人(?![员口民大才均物类工事行心防居社机像数]) 名(?![单录称胜]|义(?![务工诊卖警])) 位(?![数于列置]|居(?!民)|次) 户(?![籍外主均型]) ' +
      '家(?![庭具属政乡风]|园(?!区|林)|长(?!三|江)|门口|校共) 个(?!性|别|体(?!户|工|经)) 项(?!目) 条(?![件例理]) 支(?![持部出付撑行援委柱]) 件(?!数) ' +
      '种(?![植子业养粮]) 类(?![别似型]) 次(?![日要序年数于之元新贷]) 场(?![所地馆景面合域均]) 期(?![间限待末盼货望刊]) ' +
      '套(?![餐路]) 台(?![账湾阶风州]) 辆 处(?![理于置罚长级在室分]) 座(?![谈椅位落右]) 所(?![有在以需属得辖谓]) ' +
      '间(?![接隔断歇]) 栋 幢 块(?![状头]) 份(?!额|子) 册 本(?![地市区级科土年届报身人着次街社省县村次轮]) 张 片(?![面状]) ' +
      '批(?![准复评示判]) 组(?![织成建长团合]) 对(?![于象口接应外内标策照比此全]) 起(?![来步到草码点止诉]|伏) 例(?![如外会行]) 宗(?![教旨]) 桩 ' +
      '门(?![口诊户店面类禁球前牌头窗岗峡栋]) 班(?![子级组车列长]) 轮(?![岗换流候驳训]) 面(?![积向对临貌上前]) 篇(?!章) 首(?![批个次都要席先创]) ' +
      '部(?![门分署位队委级长]) 道(?![路德理教县]) 款(?!项|式|待) 株 棵 头(?!脑|顶) 只(?![有要能是需]) 匹 尾 羽 盆 粒 颗 枚 根(?![据本治基]) ' +
      '杆 盏 架(?!空|构) 艘 列(?![入为车席举]) 节(?![约能日点省水目]) 幅(?![度员]) 封 页 字(?![样眼]) 句 卷 集(?![中体团聚群合]) 曲 ' +
      '具(?![有体备]) 副(?![主书总局会业产食省市县部处作]) 樘 捆 筐 棺 通(?![过知道信行报讯常用车航风胀俗达]) 双(?![一向方重创拥城减随碳高语拥]) 碗 剂 帖 滴 壶 遍(?![布及]) 趟 堂 课(?!题|程|后) 层(?![级面次]) 单(?![位元独一]) 笔(?!记|试) 票 案(?!件|例) 股(?![份东权]) 桌 餐 顿 杯 瓶 袋 箱 桶 罐 ' +
      '包(?![括含装联]) 盒 把(?![手关握]) 顶(?![层住]) 扇 眼 孔 席 员(?=队伍) 者(?=关系) 榜(?=公示) 国(?=合作|关系|之间) 口(?![号径岸碑粮头腔感]) ' +
      '金(?=\\d|牌|[、,。]) 银(?=\\d|牌|[、,。]) 铜(?=\\d|牌|[、,。]) 床 级 届 站(?!点) 岗(?!位) 店 校 村(?![民委居组落庄]) 镇(?!级) 乡(?!镇|村) 县(?!级|域) 社区 街道 网格 大(?![会队学量力部家小型中气道专街])',
  ],
]

/** Units that a Chinese numeral may precede and still count; others form words and names with it. */
const afterNumeral = new Set(
  (
    '个百分点 百分点 个点 成 元 美元 块钱 个工作日 工作日 个小时 小时 个月 个半月 个季度 个学期 个星期 星期 周年 年 周 天 分钟 学时 课时 周岁 岁 倍 ' +
    '平方公里 平方米 平方 立方米 公里 千米 米 公顷 亩 公斤 斤 吨 千瓦时 千瓦 兆瓦 里 千升 ' +
    '户次 家次 人次 场次 件次 车次 批次 轮次 台套 方面 大类 片区 点位 席位 床位 车位 人 名 位 户 家 个 项 条 支 件 种 类 次 场 期 套 台 辆 处 座 所 间 栋 幢 块 份 册 本 ' +
    '张 片 批 组 对 起 例 宗 桩 门 班 轮 面 篇 首 部 道 款 株 棵 头 只 颗 盏 架 艘 列 节 幅 封 页 句 遍 趟 堂 课 层 单 笔 案 者 榜 国 员 大 级 口 桌 餐 顿 箱 箱 根 枚 届 字 杆 扇 顶 盆 社区 街道'
  ).split(' '),
)

const bare = (alternative: string): string => alternative.replace(/\(\?[!=].*$/, '')

const kinds = new Map<string, QuantityKind>()
const alternatives: string[] = []
for (const [kind, list] of units)
  for (const alternative of list.split(' ')) {
    kinds.set(bare(alternative), kind)
    alternatives.push(alternative)
  }
alternatives.sort((a, b) => bare(b).length - bare(a).length)
const escaped = alternatives.map((a) => (/^[A-Za-z]/.test(a) ? `${a}(?![A-Za-z])` : a))
const unitPattern = new RegExp(`(?:${escaped.join('|')})`, 'y')
/** 元/月, 元每平方米, 人/次, 微克/立方米, 套(间), 台(套). */
const ratePattern =
  /(?:\/|每)(?:平方米|立方米|平米|公斤|千克|小时|工作日|百户|千人|万人|公里|亩|月|年|天|日|人|户|次|个|升|吨|斤|米|㎡|度|秒|分钟|课时|学期|学年|生|岗|场|套|件|条|台|辆|千瓦时|张)(?![\u4e00-\u9fff]{0,1}均)|\((?:间|套|台|个|户|人|件|只|幢|栋|处|条|次|座|批|场)\)/y

export interface UnitMatch {
  unit: string
  kind: QuantityKind
  end: number
}

/** The unit at `at`, or undefined. `numeral` says that a Chinese numeral stands before it. */
export const matchUnit = (text: string, at: number, numeral: boolean): UnitMatch | undefined => {
  unitPattern.lastIndex = at
  const match = unitPattern.exec(text)
  if (!match) return undefined
  const base = match[0]
  if (numeral && !afterNumeral.has(base)) return undefined
  let end = at + base.length
  let unit = base
  if (base !== '%' && base !== '年') {
    ratePattern.lastIndex = end
    const rate = ratePattern.exec(text)
    if (rate) {
      unit += rate[0]
      end += rate[0].length
    }
  }
  const kind = kinds.get(base)!
  if (kind === 'measure' && text[end] === '级' && /^(?:吨|千瓦|兆瓦|千伏|吉瓦|米|标箱)$/.test(base)) {
    unit += '级'
    end++
  }
  return { unit, kind, end }
}
