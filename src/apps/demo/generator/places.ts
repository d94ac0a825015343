/** Names of subdistricts, without 街道; the first is the one that the demo accounts work in. */
const subdistrictNames =
  `幸福 朝阳 文昌 锦绣 东湖 南山 西林 北苑 新城 古楼 临江 望海 松山 柳河 桃园 桂花 金水 银川路 青云 白云 红旗 长安
永安 泰和 崇文 宣化 大观 凤凰 龙泉 麒麟 双井 三桥 五里 七星 八一 九洲 百花 千秋 万寿 团山`.split(/\s+/)

/** Names of communities, without 社区. */
const communityNames =
  `和平 建设 团结 光明 友谊 新华 春晖 向阳 翠湖 安康 文化 书香 紫薇 玉兰 海棠 芙蓉 康宁 福源 平安 祥和 锦江 滨河 荷塘
清泉 梧桐 银杏 枫林 竹园 兰亭 映山 观澜 听涛 明月 星光 曙光 晨曦 彩虹 吉祥 如意 东风 胜利 人民 解放 劳动 青年 工农 育才 兴业 振兴 富强
民主 文明 和谐 自由 平等 公正 敬业 诚信 友善 惠民 利群 爱民 同心 同德 共建 永乐 长乐 常青 永兴 隆兴 学府 科苑 望江 临水 依山 傍湖`.split(
    /\s+/,
  )
const parts = ['', '东', '西', '南', '北', '新', '里', '苑', '园', '坊']

const roads =
  `和平路 建设街 文化巷 人民路 解放路 新华街 滨河路 迎宾大道 学府路 育才街 长安街 胜利路 光明巷 青年路 工业路 振兴街 桃园路 兴业路
翠湖路 东风路`.split(/\s+/)
/** Names of housing estates. */
export const estates =
  `幸福里 康乐小区 锦绣花园 阳光家园 翠湖苑 金桂园 书香苑 东方花园 安居小区 丽景苑 紫荆花园 碧水湾 世纪家园 祥和苑 明珠花园
春天里 学府雅居 江畔人家 绿洲家园 香樟园 梧桐苑 银杏小区 枫林雅苑 文华里 纺织厂宿舍 机械厂宿舍 铁路新村 教师新村 供销社家属院 粮食局家属院`.split(
    /\s+/,
  )

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 1 to 99 in Chinese numerals, as grids are numbered. */
export const chineseNumeral = (number: number): string => {
  if (number <= 10) return numerals[number - 1]!
  const ones = number % 10 === 0 ? '' : numerals[(number % 10) - 1]!
  return `${number < 20 ? '' : numerals[Math.floor(number / 10) - 1]!}十${ones}`
}

const nth = (list: readonly string[], number: number): string =>
  list[number % list.length]! +
  (number < list.length ? '' : chineseNumeral(Math.floor(number / list.length) + 1))

/** The name of the nth subdistrict of the district, from 0. */
export const subdistrictName = (number: number): string => `${nth(subdistrictNames, number)}街道`

/** The name of the nth community of the district, from 0, without 社区. */
export const communityName = (number: number): string => {
  const part = parts[Math.floor(number / communityNames.length) % parts.length]!
  return communityNames[number % communityNames.length]! + part
}

/** Where the nth estate of a community lies, counted over the district. */
export const estatePlace = (number: number): { estate: string; road: string; houseNumber: number } => ({
  estate: nth(estates, number % (estates.length * 12)),
  road: roads[(number * 7) % roads.length]!,
  houseNumber: 8 + ((number * 37) % 320),
})

const elsewhere = {
  counties: [
    '云岭市清河县',
    '云岭市石桥县',
    '长宁市柳泉县',
    '长宁市马山县',
    '东屏市白塔县',
    '东屏市平川县',
    '南屿市沙河县',
  ],
  towns: ['柳林镇', '双河镇', '大王庄乡', '石板镇', '青草镇', '红土乡', '龙潭镇', '马鞍镇', '杨树镇'],
  villages: ['小杨庄村', '张家湾村', '上坪村', '下河村', '李家坳村', '新安村', '前进村', '桥头村', '后山村'],
}

/** An address that is nowhere, for those who are registered in another part of the country. */
export const elsewhereAddress = (pick: <T>(list: readonly T[]) => T, houseNumber: number): string =>
  `${pick(elsewhere.counties)}${pick(elsewhere.towns)}${pick(elsewhere.villages)}${houseNumber}号`
