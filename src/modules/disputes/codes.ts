import type { CodeList } from '../../core/code/index.ts'

const list = (name: string, title: string, items: Readonly<Record<string, string>>): CodeList => ({
  name,
  title,
  items: Object.entries(items).map(([code, each]) => ({ code, title: each })),
})

/** 纠纷类型, as mediation committees report them. */
export const disputeKind = list('disputeKind', '纠纷类型', {
  neighbour: '邻里纠纷',
  family: '婚姻家庭纠纷',
  property: '物业纠纷',
  housing: '房屋宅基地纠纷',
  debt: '合同债务纠纷',
  damage: '损害赔偿纠纷',
  labour: '劳动争议',
  traffic: '道路交通事故纠纷',
  other: '其他纠纷',
})

/** 结案方式: a fixed list; `kept` follows from an agreement alone. */
export const disputeOutcome = list('disputeOutcome', '结案方式', {
  kept: '达成协议并履行',
  settled: '当事人自行和解',
  failed: '调解不成，已告知仲裁、行政、司法途径',
  withdrawn: '当事人不愿再调解',
  transferred: '不属调解范围，已移交',
})
export type DisputeOutcome = 'kept' | 'settled' | 'failed' | 'withdrawn' | 'transferred'
