/** Where a dispute stands (纠纷状态). */
export const states = {
  opened: '待指派',
  mediating: '调解中',
  agreed: '履行中',
  closed: '已结案',
} as const

export type State = keyof typeof states

/** `head`: whoever is head of the area that it was handed to. `mediator`: whom the head assigned. */
export type Taker = 'head' | 'mediator'

interface Transition {
  readonly title: string
  readonly from: readonly State[]
  /** Where it leads; several where the facts decide. One that leads nowhere changes facts, not the state. */
  readonly to: readonly State[]
  readonly by: readonly Taker[]
}

/** What can happen to a dispute, and from where: the one table. Actions ask it, the page draws its buttons from it. */
export const transitions = {
  session: { title: '记录调解', from: ['mediating'], to: [], by: ['mediator'] },
  agree: { title: '达成协议', from: ['mediating'], to: ['agreed'], by: ['mediator'] },
  fulfil: { title: '记录履行', from: ['agreed'], to: [], by: ['mediator', 'head'] },
  revisit: {
    title: '回访',
    from: ['agreed'],
    to: ['closed', 'agreed', 'mediating'],
    by: ['mediator', 'head'],
  },
  assign: {
    title: '指派调解员',
    from: ['opened', 'mediating', 'agreed'],
    to: ['mediating', 'agreed'],
    by: ['head'],
  },
  close: { title: '结案', from: ['opened', 'mediating'], to: ['closed'], by: ['mediator', 'head'] },
  reopen: { title: '重新调解', from: ['closed'], to: ['mediating', 'opened'], by: ['head'] },
} as const satisfies Record<string, Transition>

export type StepName = keyof typeof transitions

/** Whether a step can be taken from a state. */
export const leads = (step: StepName, from: State): boolean =>
  (transitions[step].from as readonly State[]).includes(from)

/** Why a step cannot be taken from a state, in a sentence that says what could be done. */
export const refusal = (step: StepName, from: State): string => {
  const possible = (Object.keys(transitions) as StepName[])
    .filter((each) => leads(each, from))
    .map((each) => transitions[each].title)
  return `这件纠纷现在是“${states[from]}”，不能${transitions[step].title}。现在可以：${possible.join('、')}。`
}
