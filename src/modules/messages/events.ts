/** What happened, as people and programs are told of it. */
export const events = {
  'matter.received': '收到诉求',
  'matter.assigned': '派给我们的诉求',
  'matter.accepted': '签收',
  'matter.progress': '公开的进展',
  'matter.warning': '快到期',
  'matter.overdue': '已超期',
  'matter.escalated': '上报给我们',
  'matter.answered': '答复',
  'matter.callback': '该回访了',
  'matter.unsolved': '回访说没解决',
  'matter.added': '反映人补充',
  'matter.closed': '办结',
  'matter.reopened': '重新办理',
} as const

export type EventName = keyof typeof events

export const eventNames = Object.keys(events) as EventName[]

/** What people are told of; the rest is for programs. */
export const personalEvents = [
  'matter.assigned',
  'matter.warning',
  'matter.overdue',
  'matter.escalated',
  'matter.callback',
  'matter.unsolved',
  'matter.added',
] as const satisfies readonly EventName[]

/** Something to be told: what, to whom, and what programs hear of it. Neither text nor data say who a resident is. */
export interface News {
  readonly event: EventName
  /** The same happening has the same key, however often it is told. */
  readonly key: string
  readonly area: string
  /** Waits for no quiet hours to end. */
  readonly urgent: boolean
  readonly text: string
  /** A page of ours. */
  readonly link: string
  readonly staff: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
}
