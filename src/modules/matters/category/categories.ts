import type { CodeList } from '../../../core/code/index.ts'
import type { MatterClass } from '../codes.ts'

interface Category {
  readonly code: string
  readonly title: string
  /** The clock that usually runs for it. */
  readonly class: MatterClass
  /** Words by which residents say it; the longer, the surer. */
  readonly words: readonly string[]
}

/** What residents come with, in the words in which they come. The list is practice, not a standard. */
const table: readonly (Omit<Category, 'words'> & { words: string })[] = [
  {
    code: 'light',
    title: '照明',
    class: 'general',
    words:
      '灯又 灯不 灯坏了 摸黑 看不清路 装个灯 路灯 楼道灯 灯不亮 灯坏 声控灯 没有灯 照明 太黑 黑漆漆 一片漆黑 灯泡 灯罩',
  },
  {
    code: 'lift',
    title: '电梯',
    class: 'general',
    words: '电梯 轿厢 困梯 按键失灵 停梯 电梯维保',
  },
  {
    code: 'water',
    title: '供水',
    class: 'utility',
    words: '一滴水 水流 断水 停了水 停水 没水 水压 自来水 水管 爆管 水表 漏水到 水质 水龙头',
  },
  {
    code: 'power',
    title: '供电',
    class: 'utility',
    words: '停电 没电 跳闸 电表 电压 变压器 断电 线路老化 电线',
  },
  {
    code: 'gas',
    title: '燃气',
    class: 'utility',
    words: '燃气 煤气 天然气 没气 气压低 燃气表 液化气',
  },
  {
    code: 'heat',
    title: '供暖',
    class: 'utility',
    words: '暖气 供暖 供热 不热 室温 暖气片 地暖 采暖',
  },
  {
    code: 'danger',
    title: '危及安全',
    class: 'danger',
    words:
      '往下掉 掉下来 瓷砖 要塌 打火花 漏气 煤气味 燃气味 着火 起火 冒烟 坍塌 塌陷 掉砖 墙皮脱落 高空坠物 电线掉 井盖缺 井盖没 井盖丢 触电 困在 爆炸 裂缝 要倒',
  },
  {
    code: 'drain',
    title: '排水排污',
    class: 'general',
    words: '下水道 堵了 污水 返水 积水 反水 粪水 化粪池 雨水井 排水 管道堵',
  },
  {
    code: 'leak',
    title: '房屋渗漏维修',
    class: 'general',
    words:
      '就漏 漏水 天花板 顶楼漏 渗 屋顶漏 漏雨 渗水 渗漏 外墙漏 防水 楼上漏水 墙面发霉 维修基金 房屋维修 屋面',
  },
  {
    code: 'waste',
    title: '垃圾清运',
    class: 'general',
    words: '垃圾 清运 垃圾桶 大件 建筑垃圾 装修垃圾 厨余 分类投放 堆放 臭味 异味',
  },
  {
    code: 'clean',
    title: '环境卫生',
    class: 'general',
    words: '纸箱 堆满 堆东西 卫生 打扫 保洁 小广告 狗粪 狗屎 蚊虫 老鼠 蟑螂 脏乱 杂物 乱堆 公厕 落叶',
  },
  {
    code: 'green',
    title: '绿化',
    class: 'general',
    words: '树 绿化 草坪 修剪 枯枝 毁绿 种菜 遮光 飞絮 花坛',
  },
  {
    code: 'parking',
    title: '停车',
    class: 'general',
    words: '破车 占着 堵在 占位 停车 车位 占车位 地锁 僵尸车 挡路 违停 消防通道停 挪车 停车费',
  },
  {
    code: 'ebike',
    title: '电动车',
    class: 'general',
    words: '电动车 电瓶车 飞线 充电桩 楼道充电 上楼充电 充电棚 电动自行车',
  },
  {
    code: 'fire',
    title: '消防通道与设施',
    class: 'general',
    words: '消防 灭火器 消火栓 消防栓 疏散通道 安全出口 堵塞通道 楼道堆',
  },
  {
    code: 'noise',
    title: '噪声扰民',
    class: 'general',
    words: '睡不着 嗡嗡 噪音 噪声 扰民 吵 广场舞 施工声 半夜 装修声 唱歌 音响 油烟',
  },
  {
    code: 'building',
    title: '违法建设',
    class: 'complex',
    words: '私自搭 阳光房 搭了 违法建 违建 私搭 乱建 搭建 彩钢 违章建筑 封阳台 加层 私自扩建 侵占公共',
  },
  {
    code: 'property',
    title: '物业服务',
    class: 'general',
    words: '物业 物业费 保安 门禁 业委会 业主委员会 小区大门 公共收益 岗亭',
  },
  {
    code: 'road',
    title: '道路设施',
    class: 'general',
    words: '路面 坑洼 井盖 人行道 坡道 无障碍 路坏 盲道 护栏 修路 台阶 扶手',
  },
  {
    code: 'pet',
    title: '养犬',
    class: 'general',
    words: '狗 养犬 遛狗 不拴绳 流浪狗 流浪猫 犬吠 狗叫 咬人',
  },
  {
    code: 'trade',
    title: '占道与市场',
    class: 'general',
    words: '占道 摆摊 流动摊 摊贩 早市 菜市场 店外经营 小贩 烧烤',
  },
  {
    code: 'assist',
    title: '救助帮扶',
    class: 'consultation',
    words: '低保 困难补助 救助 补贴 临时救助 残疾证 残疾人 申请补助 特困 大病 慰问',
  },
  {
    code: 'elder',
    title: '养老服务',
    class: 'consultation',
    words: '老人 养老 助餐 高龄 老年卡 独居 老年食堂 照料 适老 日间照料',
  },
  {
    code: 'insurance',
    title: '社保医保',
    class: 'consultation',
    words: '社保 医保 退休 养老金 报销 缴费 参保 灵活就业 认证',
  },
  {
    code: 'job',
    title: '就业',
    class: 'consultation',
    words: '就业 找工作 失业 招聘 培训 创业 失业金',
  },
  {
    code: 'housing',
    title: '住房保障',
    class: 'consultation',
    words: '公租房 廉租 保障房 租房补贴 房产证 过户 拆迁 加装电梯 老旧小区改造 住房',
  },
  {
    code: 'certificate',
    title: '证明办事',
    class: 'consultation',
    words: '证明 盖章 开具 居住证 户口 落户 登记 迁户 办证 准生',
  },
  {
    code: 'school',
    title: '教育托幼',
    class: 'consultation',
    words: '上学 入学 学校 幼儿园 学位 托管 托育 暑托 培训班',
  },
  {
    code: 'dispute',
    title: '邻里家庭纠纷',
    class: 'complex',
    words: '不管我 骂人 说他 不养 邻居 邻里 纠纷 吵架 打架 调解 矛盾 赡养 家暴 欠钱 赔偿',
  },
  {
    code: 'conduct',
    title: '工作作风投诉',
    class: 'complaint',
    words: '投诉 态度 不作为 推诿 没人管 不理 敷衍 乱收费 踢皮球 工作人员',
  },
  {
    code: 'thanks',
    title: '建议表扬',
    class: 'consultation',
    words: '建议 表扬 感谢 希望能 能否增加 点赞 锦旗',
  },
  { code: 'other', title: '其他', class: 'general', words: '' },
]

/** What residents come with. */
export const categories: readonly Category[] = table.map(({ words, ...category }) => ({
  ...category,
  words: words.split(' ').filter(Boolean),
}))

export const matterCategory: CodeList = {
  name: 'matterCategory',
  title: '诉求类别',
  items: categories.map(({ code, title }) => ({ code, title })),
}

/** The clock that usually runs for a category. */
export const classOf = (category: string): MatterClass =>
  categories.find(({ code }) => code === category)?.class ?? 'general'
