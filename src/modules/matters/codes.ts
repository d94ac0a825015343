import type { CodeList } from '../../core/code/index.ts'
import { states } from './life/states.ts'

const fromTitles = (name: string, title: string, titles: Readonly<Record<string, string>>): CodeList => ({
  name,
  title,
  items: Object.entries(titles).map(([code, each]) => ({ code, title: each })),
})

export const matterState = fromTitles('matterState', '诉求状态', states)

/** 来源渠道: by which way it came. */
export const matterChannel = fromTitles('matterChannel', '来源渠道', {
  window: '窗口',
  phone: '电话',
  hotline: '12345热线',
  visit: '走访',
  letter: '信箱',
  page: '网上',
  open311: '网络平台',
  inspection: '巡查',
  meeting: '会议',
  lasting: '重复问题治理',
})

/** 办理时限类别: which clock runs. */
export const matterClass = fromTitles('matterClass', '时限类别', {
  danger: '危及安全',
  utility: '水电气暖',
  general: '一般',
  complex: '复杂',
  consultation: '咨询',
  complaint: '投诉',
})
export type MatterClass = 'danger' | 'utility' | 'general' | 'complex' | 'consultation' | 'complaint'

/** 办结方式: a fixed list; `notOurs` names whose it is. */
export const closingReason = fromTitles('closingReason', '办结方式', {
  solved: '已解决',
  explained: '政策所限，已解释',
  notOurs: '不属本区职责，已告知去向',
  unreachable: '三次联系不上',
  merged: '并入其他诉求',
  withdrawn: '本人撤回',
})
export type ClosingReason = 'solved' | 'explained' | 'notOurs' | 'unreachable' | 'merged' | 'withdrawn'

/** 满意度, as the resident says at the callback. */
export const satisfaction = fromTitles('satisfaction', '满意度', {
  satisfied: '满意',
  fair: '基本满意',
  unsatisfied: '不满意',
})
