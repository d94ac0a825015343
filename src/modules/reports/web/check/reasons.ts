/** Why a finding is none, as a digit key chooses it. */
export const reasons: readonly string[] = ['四舍五入或概数', '口径不同', '时间或范围不同', '已与原始材料核实']
