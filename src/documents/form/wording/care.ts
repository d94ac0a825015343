import type { Wording } from './wording.ts'

/** How forms word care, assistance, work and membership of people. */
export const careWording: Wording = {
  'disability.certificateNumber':
    '残疾人证号 残疾证号 残疾人证编号 残疾证编号 残疾证件号 残疾人证 残疾证 残疾人证件号 二代残疾证号',
  'disability.hasCertificate':
    '是否持有残疾人证 是否持有残疾证 是否持证 有无残疾证 是否办理残疾证 是否有残疾证 是否持残疾证 是否办理残疾人证 有无残疾人证',
  'disability.kind': '残疾类别 残疾类型 残疾种类 致残类别 残疾分类 残疾人类别 残疾人类型',
  'disability.level': '残疾等级 残疾级别 残疾程度 残疾人等级 残疾等级(级) 残级',
  'disability.cause': '残疾原因 致残原因',
  'disability.onsetDate': '残疾时间 致残时间 残疾日期 致残日期 残疾发生时间',
  'disability.subsidies':
    '补贴类型 补贴种类 享受补贴类型 残疾人补贴情况 残疾补贴情况 社会福利补贴情况 残疾人两项补贴 享受补贴情况 残疾补贴 两项补贴 享受残疾人补贴情况 享受残疾补贴情况 享受两项补贴情况',
  'disability.hasCareService': '是否享受托养服务 是否享受托养 是否托养 托养服务',
  'elderCare.cardNumber':
    '老年人证号 老年证号 老年人优待证号 老年优待证号 老年证 老年人证 老年优待证编号 老年证编号 老年人证编号',
  'elderCare.category':
    '老年人员类型 人员类型 老年人类型 老人类型 老年人类别 老人类别 老年人分类 老年人员类别',
  'elderCare.currentStatus':
    '老人状况 身体状况(老年人) 老年人当前状况 当前状况 目前状况 老人当前状况 目前情况 当前情况 现状',
  'elderCare.livingArrangement':
    '居住情况 居住状况 居住方式 是否独居 与谁同住 是否与子女同住 是否与子女一起居住 与子女同住 居住形式 是否空巢 居住类别 养老方式',
  'elderCare.spouseStatus': '配偶情况 配偶状况 配偶健在情况 配偶是否健在 有无配偶',
  'elderCare.childrenCount':
    '子女数(人) 子女人数 子女数 子女个数 子女数量 有无子女 子女情况(人数) 儿女数 子女总数',
  'elderCare.retiredFrom':
    '离退休单位 退休单位 原退休单位 退休前单位 离退休前单位 退休前工作单位 离退休单位名称 离退休前工作单位',
  'elderCare.retiredOn': '离退休日期 离退休时间 退休时间 退休日期 退休年月',
  'elderCare.retiredPost': '离退休职务 退休前职务 退休职务 离退休前职务 离退休时职务 退休时职务',
  'elderCare.pension': '退休金 退休工资 养老金 月退休金 离退休金 退休金额 养老金额 退休养老金',
  'elderCare.hasChronicDisease':
    '是否有慢性病 有无慢性病 慢性病 是否患慢性病 患慢性病 是否慢病 慢性病情况 患病情况',
  'elderCare.hasMobilityDifficulty': '是否行动不便 身体行动不便 行动不便 有无行动不便',
  'unemployment.certificateNumber':
    '登记证编号 失业登记号 就业创业证编号 就业创业证 就业失业登记证号 失业证号 登记证号 就业失业证号 失业登记证号 就业创业证号 就业失业登记证编号 失业证编号 就业证号 失业人员登记证号 就业登记证号',
  'unemployment.since':
    '失业登记时间 登记失业时间 失业登记日期 失业时间 失业日期 失业起始时间 失业年月 失业开始时间',
  'unemployment.reason': '失业原因 下岗原因 失业事由',
  'unemployment.category':
    '困难人员类别 就业困难类别 就业困难人员类别 就业困难类型 失业人员类型 失业类型 失业人员类别 人员类型 人员类别 失业类别 下岗失业类型',
  'unemployment.isHardToEmploy':
    '是否就业困难人员 就业困难人员 是否就业困难 是否4050人员 是否属于就业困难人员 是否就业困难对象',
  'unemployment.formerEmployer':
    '原工作单位 原单位 原单位名称 失业前工作单位 原工作单位名称 失业前单位 原就业单位 下岗前单位',
  'unemployment.formerEmployerKind': '原单位性质 原单位类型 原工作单位性质 原工作单位类型 原单位类别',
  'unemployment.jobIntention':
    '拟就业意向 就业意向 求职意向 就业意愿 择业意向 就业意愿情况 拟就业意愿 择业意愿',
  'unemployment.trainingIntention':
    '拟参加培训意向 培训意向 培训意愿 拟培训意向 培训需求 参加培训意愿 拟参加的培训 参加培训意向',
  'unemployment.trainingHistory':
    '参加过的培训项目及时间 参加过的培训项目 参加培训情况 培训经历 参加过何种培训 参加过的培训 已参加培训情况',
  'assistance.reason': '救助原因 困难原因 申请救助原因 申请原因 致困原因 低保原因 享受低保原因 救助事由',
  'assistance.isDibao':
    '是否低保 是否低保户 低保人口 是否享受低保 是否低保对象 是否农村低保 是否城镇低保 是否低保家庭 低保户 享受低保情况 低保情况 是否城市低保 是否为低保户 低保对象 是否吃低保 是否享受最低生活保障',
  'assistance.certificateNumber':
    '救助证号 困难证号 低保证号 低保号 低保证编号 救助证编号 困难证编号 特困证号 困难职工证号 低保证 低收入证号 最低生活保障证号',
  'assistance.hardshipKind':
    '困难类型 困难类别 困难状况 困难情况 困难户类型 困难家庭类型 困难情况类型 困难种类 见义勇为困难类型 困难人员类型 困难群众类型 困难群众类别',
  'assistance.amount':
    '月发放标准 本季发放金额 本月发放金额 月补贴金额 月供养金 供养金 供养金额 资助金额 月救助金额 发放标准 补贴资金 实发金额 应发金额 月保障金 津贴金额 领取金额 保障金额 救助金额 低保金额 补助金额 月保障金额 保障金 低保金 月补助金额 发放金额 救助金 补助标准 享受金额 月低保金 补贴金额 救助标准 领取低保金额',
  'assistance.receivedOn': '领取时间 领取日期 发放时间 发放日期 领取低保时间',
  'assistance.startedOn':
    '纳入时间 纳入日期 批准时间 享受待遇时间 待遇享受时间 审批时间 批准享受时间 救助起始时间 开始发放时间 首次享受时间 纳入低保年月 享受起始时间 享受时间 享受低保时间 起始时间 纳入低保时间 享受起始日期 低保起始时间 开始享受时间 起保时间 享受救助时间 享受起始年月',
  'assistance.beneficiaryCount':
    '享受人数 保障人数 低保人数 享受低保人数 保障人口 救助人数 享受人口 保障人口数',
  'assistance.protectionMode': '保障方式 保障类型 低保类型 整户/单人 保障形式',
  'assistance.familyCategory':
    '家庭类别 家庭类型 保障家庭类别 保障类别 低保类别 家庭困难类别 低保家庭类别 保障家庭类型 低保户类型',
  'assistance.isRegisteredPoor':
    '是否建档立卡脱贫户 建档立卡情况 是否建档立卡户 是否建档立卡 建档立卡户 是否贫困户 建档立卡贫困户 是否建档立卡贫困户 是否脱贫户 贫困户 是否建档立卡贫困人口 建档立卡',
  'assistance.povertyCause': '致困原因 致贫原因 主要致贫原因 贫困原因',
  'assistance.supportMode': '供养方式 供养形式 特困供养方式 供养类型 集中/分散供养',
  'assistance.selfCareAbility':
    '失能等级 失能程度 失能情况 能力等级 生活能力评估 失能半失能情况 能力状况 自理能力 生活自理能力 是否能自理 生活能否自理 生活自理情况 自理情况 能否自理 生活自理状况 自理状况',
  'assistance.needs':
    '困难情况及诉求 困难及需求情况 家庭困难及需求 需求情况 存在的困难 需要解决的问题 主要诉求和困难 实际困难 困难及诉求 主要困难 需求 服务需求 帮扶需求 目前托养服务需求 托养服务需求 存在困难 存在问题及困难 困难与需求 困难需求 生活困难 主要需求 需解决的问题 困难及需求 救助需求 目前困难 困难问题',
  'assistance.aidGiven':
    '已享受的救助帮扶 帮扶救助情况 享受政策情况 享受帮扶政策 已享受政策 救助措施 帮扶情况 救助情况 社会救助情况 享受救助情况 帮扶措施 已帮扶情况 获得救助情况 已享受救助情况 落实帮扶情况 帮扶内容 救助帮扶情况 关爱帮扶情况',
  'veteran.certificateNumber': '优待证号 优抚证号 优待证编号 优抚证编号 优抚证件号 优待证件号',
  'veteran.kind': '优抚类型 优抚对象类型 优抚类别 优抚对象类别 优待类型',
  'veteran.livingAbility': '生活能力 生活能力情况 生活能力状况',
  'veteran.supportSituation': '供养情况 供养状况',
  'veteran.monthlyLivingExpense': '月生活费 每月生活费',
  'bravery.award': '荣誉称号 见义勇为奖项 获得奖项 奖项 见义勇为称号 获奖等级',
  'bravery.deeds': '主要见义勇为事迹 见义勇为事迹 主要事迹 事迹 先进事迹 主要事迹简介',
  'guardian.name':
    '临时监护人 监护人员 委托监护人 主要监护人 监护人姓名 监护人 家长姓名 法定监护人 家长 家长/监护人姓名 监护人名称 委托监护人姓名',
  'guardian.idNumber': '监护人身份证号 监护人身份证 监护人证件号 家长身份证号',
  'guardian.relation':
    '与监护人关系 监护关系 监护人关系 监护人与本人关系 监护人与被监护人关系 与被监护人关系',
  'guardian.phone':
    '监护人电话 监护人联系电话 监护人手机 监护人联系方式 家长电话 家长联系电话 家长联系方式 家长手机 监护人手机号',
  'guardian.address': '监护人住址 监护人地址 监护人家庭住址 监护人居住地址 监护人现住址 监护人居住详址',
  'familyContact.name':
    '家庭联系人姓名 家庭联系人 父亲姓名 母亲姓名 代理人姓名 护理人员姓名 家庭主要成员姓名 父母姓名 家属姓名 亲属姓名 父亲 母亲 家庭主要人员姓名 照料人姓名 护理人姓名 家庭主要成员 主要家庭成员姓名',
  'familyContact.idNumber':
    '家庭联系人身份证号 父亲身份证号 母亲身份证号 代理人身份证号 家庭主要人员身份证号',
  'familyContact.relation':
    '家庭联系人与本人关系 与申请人关系 与本人关系 与留守人员关系 与代理人关系 与残疾人关系 与老人关系 与留守儿童关系 与儿童关系 与被代理人关系 与学生关系 与本人的关系 家庭成员关系',
  'familyContact.phone':
    '家庭联系人电话 父亲电话 母亲电话 父母联系电话 家属电话 家属联系电话 代理人电话 代理人联系电话 父亲联系电话 母亲联系电话 亲属联系电话 家庭主要人员联系电话 父母联系方式',
  'familyContact.address': '家庭联系人住址 代理人地址 家庭主要人员地址 家庭联系人地址 代理人联系地址',
  'familyContact.workplace':
    '家庭联系人务工地点 父母务工地点 父母外出地 父母务工地 务工地点 打工地点 父亲务工地点 母亲务工地点 外出务工地 务工地',
  'student.number': '学籍号 学号 全国学籍号 学籍编号',
  'student.stage': '学段 在校学生 在校生状况 在校生情况 就读学段 在读情况 学习阶段 在校状况',
  'student.className':
    '年级、班级 年级和班级 班级 所在班级 年级班级 就读年级 年级 就读班级 年级(班) 所在年级 就读年级班级 所在年级班级',
  'student.isBoarding':
    '是否寄宿 是否住宿生 是否学校寄宿 是否在校寄宿 是否寄宿生 是否住校 是否住宿 是否寄宿制 寄宿',
  'student.aidProject': '资助项目 享受资助项目 获得资助项目 教育资助 享受资助情况 资助情况',
  'leftBehindChild.situation':
    '留守情形 父母双方同时外出 父母双方外出 父母一方外出 父母一方外出、另一方无监护能力 一方外出 双方外出 无监护能力 留守情况 留守类型 留守儿童情形 父母外出情况 留守原因 父母外出务工情况 留守儿童类型',
  'leftBehindChild.hasEntrustedGuardian':
    '有无委托监护 是否委托监护 有无委托监护人 父母外出有无委托其他监护人 父母外出有无委托监护人 是否有委托监护人 有无其他委托监护人 有无委托其他监护人 有无受委托监护人',
  'leftBehindChild.guardianshipKind': '监护类型 监护情况 监护方式 监护状况 监护类别',
  'leftBehindPerson.kind': '留守类型 留守人员类型 留守人员类别 留守类别',
  'partyMember.branch':
    '所在党支部 所属党支部 党支部 所在支部 所属支部 党支部名称 组织关系所在党支部 所在党组织 所属党组织 支部名称 组织关系所在支部',
  'partyMember.kind': '人员类别(正式/预备) 党员类型 党员类别 党员状态 党员种类 是否正式党员',
  'partyMember.post': '党内职务 党内主要职务 党组织职务 支部职务 担任党内职务',
  'partyMember.joinedOn': '入党时间 入党日期 加入党组织时间 加入党组织日期 入党年月 加入中国共产党时间 入党',
  'partyMember.confirmedOn': '转正时间 转正日期 转为正式党员时间 转正年月 转为正式党员日期',
  'partyMember.enteredBranchOn':
    '进入当前党支部日期 进入党支部时间 进入支部时间 进入当前支部时间 转入时间 转入支部时间 进入党支部日期 转入党支部时间 进入支部日期',
  'partyMember.duesPaidUntil': '党费交纳至 党费缴纳至 党费缴至 党费交纳情况 党费缴纳情况',
  'partyMember.evaluation': '民主评议情况 民主评议结果 民主评议',
  'partyMember.isHardship': '是否困难党员 困难党员 是否生活困难党员 是否贫困党员',
  'membership.organisationKind': '组织类型 类别 队伍类型 组织类别 团队类型 队伍类别 团队类别',
  'membership.organisationName':
    '志愿队伍名称 组织名称 详细名称 名称 队伍名称 团队名称 所属组织 所在组织 所在队伍 所属队伍 所属团队 服务队名称 志愿服务队名称 所属志愿服务队',
  'membership.post': '职务 组织内职务 担任职务 所任职务 现任职务 社会职务 组织职务',
  'membership.title': '职位 岗位 岗位名称 工作岗位',
  'membership.employmentMode': '专兼职情况 专职/兼职 专兼职 是否专职 专(兼)职 专兼职类型 专职或兼职 专职兼职',
  'membership.serviceGrid':
    '服务网格 所服务网格 服务的网格 负责网格 包保网格 所管网格 所属网格 所在网格 网格 片组片格 所属片格 网格名称',
  'volunteer.number': '志愿者编号 志愿者证号 志愿者注册号 志愿者号 志愿者注册编号 注册志愿者编号',
  'volunteer.activityName':
    '志愿活动名称 活动名称 活动主题 服务项目名称 志愿服务活动名称 活动标题 志愿服务项目',
  'volunteer.activityContent': '志愿活动内容 活动内容 志愿服务内容 活动简介 活动情况 活动描述',
  'volunteer.activityPlace': '志愿活动地点 活动地点 活动地址 活动场所 志愿服务地点',
  'volunteer.startedAt': '活动开始时间 活动时间 活动日期 开始时间 活动起始时间 志愿服务时间',
  'volunteer.endedAt': '活动结束时间 结束时间 活动截止时间',
  'volunteer.activityStatus': '志愿活动状态 活动状态',
  'volunteer.recruitCount': '志愿招募人数 招募人数 计划招募人数 招募志愿者人数',
  'volunteer.isSignedIn': '签到标识 是否签到 签到情况 签到状态',
}
