/** Columns that are not filled on purpose: left to a person, or outside what Youju holds. */
export interface LeftAlone {
  readonly status: 'manual' | 'not-held'
  readonly reason: string
}

const rules: readonly (readonly [RegExp, LeftAlone['status'], string])[] = [
  [
    /^(备注|备考|说明|其他说明|补充说明|附注|填表说明|注|其他|其他情况|其他需要说明的(情况|问题|事项)|需要说明的(情况|问题)|与户主关系备注|.{2,6}备注)$/,
    'manual',
    '备注由填表人填写',
  ],
  [/(签名|签字|盖章|签章|签收人|指印|手印)/, 'manual', '须由本人签名或盖章'],
  [
    /^(审核|审批|审查|核查|复核|评议|考评|初审|批示|领导|社区|街道|村委会|居委会|民政|主管部门|区|县|镇).{0,8}意见$/,
    'manual',
    '意见由有关人员填写',
  ],
  [
    /^(意见|意见建议|意见和建议|建议|个人简历|简历|简介|荣誉|个人简介|自我评价|参加组织生活情况|获奖情况|主要荣誉)$/,
    'manual',
    '须由人撰写',
  ],
  [/(照片|相片|近照|粘贴处)/, 'manual', '照片由填表人粘贴'],
  [/(宗教|信教|教名)/, 'not-held', '不收集宗教信仰'],
  [/(血型|身高|体重|鞋号|脸型|体貌)/, 'not-held', '不收集血型、身高等身体特征'],
  [
    /(关注程度|关注级别|关注等级|重点关注|关注类型|管控|稳控|风险等级|危险程度|危险等级|风险程度)/,
    'not-held',
    '不对人或单位评定关注程度',
  ],
  [/(计生|婚育|生育|避孕|节育|孕情|怀孕|孕检|妊娠|流产|结扎|独生子女)/, 'not-held', '不收集计划生育信息'],
  [
    /(重点人群|特殊人群|重点人员|刑满|刑释|刑期|释放日期|释放时间|罪名|判决|矫正|帮教|安置帮教|前科|犯罪|违法|吸毒|戒毒|邪教|上访|信访重点|艾滋|肇事|羁押|服刑|解除劳教)/,
    'not-held',
    '不建立前科、信访等人员名单',
  ],
  [/(指纹|DNA|虹膜|人脸|车牌|车辆号牌|QQ|微信)/i, 'not-held', '不收集生物特征和社交账号'],
]

/** Whether a header is one of those, and why; `words` as `readHeaderText` gives them. */
export const findLeftAlone = (words: string): LeftAlone | null => {
  for (const [pattern, status, reason] of rules) if (pattern.test(words)) return { status, reason }
  return null
}
