const words = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean)

/** Words around a noun and its number that do not change what is counted. */
export const neutral: readonly string[] = words(`
有 共有 现有 共 计 共计 总计 合计 总共 一共 累计 达 达到 为 是 的 中 内 里 里面 其中 包括 包含
含 分别 分别为 分别是 则 也 又 还 还有 另有 另外 另 尚有 仍有 已 已有 已达 已经 目前 现在 当前
如今 现 截至 截止 截至目前 截止目前 到 至 止 底 末 在 于 和 及 以及 与 或 、 ( ) : , —
- ~ / 我 本 全 人数 人员 总人数 总数 数量 总量 总户数 户数 数 人 户 者 名 居民 群众 人口
对象 家庭 登记 登记在册 在册 在册登记 建档 在档 台账 台账内 统计 据统计 经统计 经核实 经核查 核定
认定 认定为 经认定 认定的 登记的 实有 实际 实际登记 长期 稳定在 保持在 维持在 辖区 辖区内 辖内 境内
范围内 社区内 街道内 网格内 下辖 所辖 管辖 全部 所有 总体 整体 基本情况 情况 方面 其 当中 之中 属于
属 占 享受 领取 正在享受 每月 按月 月 月发放 每月发放 当月发放 按月发放 月发放额 当月 拥有 建有
已建有 已组建 组建了 数据 显示 数据显示 数字 今年 以来 今年以来 期末 类别 等级 等级为 评定 评定为
级别 类型 类型为 性别 居住 居住的 生活 生活的 居住在 常住 者有 有的 人的 的人 者为 在保 资金 总额
总计为 全体 录入 系统 入册 方式 状态 状况 区域内 组建 建立 建成 成立 规模 口径 注 单位 小计
报告期末 期末数 项目 指标 年 年度 年份 人(户) 口 套 支 元 万元 % 个 位 队 本月末 时点数 人群
群体 该社区 该街道 该网格 各类 各种 享受人数`)

/** A team founded this year is not the teams there are: with a period these words leave it open. */
export const founding = /组建|建立|建成|成立/

/** What stands right before a number and belongs to it: how exact it is. */
export const hedgeBefore =
  /(?:约|大约|大概|近|将近|接近|超过?|突破|逾|多达|高达|至少|不少于|不低于|不足|最多|不超过|仅|只有|达到?了?|约为)+$/
export const hedgeAfter = /^(?:左右|上下|以上|以下|以内|之多|余|多)+/

/** What was done rather than what there is; it governs what follows it in the sentence. */
export const doing =
  /走访|慰问|探访|看望|帮扶|帮助|关爱|关怀|发放|开展|组织|动员|服务(?!对象|队)|办理|举办|救助(?!对象|人)|培训|排查|整治|检查|摸排|入户|宣传|招募|新建|改造|安装|配备|审核|复核|核查|受理|化解|调解|接待|惠及|覆盖|受益|参加|参与|就业(?!困难)|创业|务工|体检|随访|照料|推荐|安置|援助|申请|新增|退出|注销|增加|减少|清退|计划|力争|预计|目标|争取|任务|平均/
