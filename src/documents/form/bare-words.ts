/** Nouns for whom a form of people is about; 学员姓名 is the row's own name, 接待人姓名 is not. */
export const personNouns =
  '本人|个人|学生|学员|成员|家庭成员|残疾人|残疾儿童|老年人|老人|申请人|申请对象|党员|人员|居民|志愿者|留守儿童|留守人员|儿童|幼儿|婴儿|孤儿|失业人员|流动人口|救助对象|保障对象|优抚对象|帮扶对象|服务对象|慰问对象|享受对象|补贴对象|孩子|职工|员工|被监护人|求职者|毕业生|村民|社员|群众|对象|选民|青年|妇女|育龄妇女|军人|退役军人|退休人员|高龄老人|独居老人|特困人员|低保对象|困难群众|困难职工|承租人|承租方|租客|租户|租住人|住户|居住人|入住人|暂住人|代表|队员|会员|社工|网格员|工作人员|从业人员|务工人员|就业人员|培训人员|参保人|参训人员|被走访人|走访对象|探访对象|巡访对象|被访人|被探访人|受助人|受助学生|贫困学生|家庭困难学生|患者|病人|死者|亡故人员'

/** Words that name the subject of the row before what is asked of it: 学生姓名, 企业传真. */
export const subjectWords: readonly (readonly [RegExp, readonly string[]])[] = [
  [new RegExp(`^(?:${personNouns})`), ['person', 'topic']],
  [/^(学生)/, ['student']],
  [
    /^(企业|单位|学校|医院|公司|机构|组织|社会组织|幼儿园|网吧|店铺|商户|社团|合作社|养老机构|经营单位|协会|门店|药店)/,
    ['organisation', 'place'],
  ],
  [/^(公共场所|场所|场地|单位场所|营业场所)/, ['place', 'organisation']],
  [/^(房屋|住房|房产|住宅|出租房|出租屋|出租房屋)/, ['dwelling', 'rental']],
  [/^(楼宇|建筑物|楼栋|大楼|建筑)/, ['building']],
  [/^(部件|设施)/, ['component']],
  [/^(事件|事项|工单|诉求|案件|问题)/, ['matter']],
  [/^(矛盾纠纷|纠纷|矛盾)/, ['dispute', 'matter']],
  [/^(活动|志愿活动|志愿服务)/, ['volunteer']],
]

/** Titles over a group of columns that add nothing to their meaning. */
export const neutral =
  /^(.{0,6}(基本)?(情况|信息|资料|状况|概况)|基本情况|个人|本人|人员|其中|家庭成员|成员|采集内容|项目|内容|详细情况)$/

/** Words that mean something only by what the form is about. */
export const generic = new Set(
  '名称 类型 类别 性质 编号 地址 面积 状态 时间 日期 地点 内容 规模 结构 用途 主要用途 职务 职位 岗位 学校 单位 标题 主题 位置 年度 页数 日期 金额 情况 现状 当前状况 目前状况 人员类型 人员类别 供养情况 持证情况 开始时间 结束时间 起始时间 登记日期 登记时间 登记证号 登记人 发证日期 有效期 有效期至 到期日期 责任人 联系人 负责人 参与人员 参加人员 奖项 去向 居住情况 主管部门 主管单位 整改情况 规模 作者 楼 室 组 社 镇 乡 村 街道 社区 单元 门牌 说明 需求 申请人 转入时间 状况 档案号 反映情况 参与人员 涉及人数'.split(
    ' ',
  ),
)
