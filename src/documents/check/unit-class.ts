import type { Quantity } from '../quantity/index.ts'

const classes: Record<string, string> = {}
for (const group of [
  '人 名 位 口',
  '户 家 户次',
  '件 宗 起 例 桩',
  '场 场次 期 次 批次 轮次',
  '栋 幢 座',
  '元 块钱',
  '平方米 平米 ㎡ m² m2 平方',
  '公里 千米 km',
  '万人次 人次',
  '次 频次',
  '处 个 项 条 点位',
  '台 部 套 台套',
  '% 百分点 个百分点',
  '份 册 本',
  '支 个',
  '间 处',
])
  for (const unit of group.split(' ')) classes[unit] ??= group.split(' ')[0]!

/** Units that count the same things: 人, 名 and 位; 件 and 起. */
export const unitClass = (quantity: Quantity): string => {
  // 套(间) counts as 套.
  const unit = quantity.unit.replace(/\(.*\)$/, '')
  return classes[unit] ?? unit
}

export const sameUnit = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit || (unitClass(a) === unitClass(b) && a.kind === b.kind)
