/** Where a matter stands (诉求状态). */
export const states = {
  submitted: '待受理',
  assigned: '待签收',
  handling: '办理中',
  paused: '已暂停',
  deciding: '待裁定',
  answered: '待回访',
  closed: '已办结',
} as const

export type State = keyof typeof states

/**
 * Who may take a step. `owner`: the body that answers for the matter now. `pending`: the body that it was handed
 * to and that has not accepted it yet. `above`: who dispatches at a level over the owner. `checker`: who calls
 * back, and never handled it. `clock`: the house itself, when time has run out.
 */
export type Taker = 'owner' | 'pending' | 'above' | 'checker' | 'clock'

export interface Transition {
  readonly title: string
  readonly from: readonly State[]
  /** Where it leads; several where the facts decide, in the order in which they are tried. */
  readonly to: readonly State[]
  readonly by: readonly Taker[]
}

/**
 * What can happen to a matter, and from where: the one table. Actions ask it, the page draws its buttons from it,
 * `docs/matters.md` its picture. A step that leads where it came from changes facts, not the state.
 */
export const transitions = {
  accept: { title: '签收', from: ['submitted', 'assigned'], to: ['handling'], by: ['pending'] },
  dispatch: {
    title: '派发',
    from: ['submitted', 'assigned', 'handling'],
    to: ['assigned'],
    by: ['owner', 'above'],
  },
  return: { title: '退回', from: ['assigned'], to: ['handling', 'deciding'], by: ['pending'] },
  decide: { title: '裁定', from: ['deciding'], to: ['assigned'], by: ['owner', 'above'] },
  escalate: {
    title: '上报',
    from: ['submitted', 'assigned', 'handling', 'answered'],
    to: ['assigned'],
    by: ['owner', 'above', 'clock'],
  },
  progress: { title: '记录进展', from: ['handling', 'paused', 'answered'], to: [], by: ['owner', 'above'] },
  reclassify: {
    title: '改类别',
    from: ['submitted', 'assigned', 'handling'],
    to: [],
    by: ['owner', 'pending', 'above'],
  },
  pause: { title: '申请暂停', from: ['handling'], to: [], by: ['owner'] },
  grantPause: { title: '同意暂停', from: ['handling'], to: ['paused'], by: ['above'] },
  resume: { title: '恢复办理', from: ['paused'], to: ['handling'], by: ['owner', 'above', 'clock'] },
  extend: { title: '申请延期', from: ['handling'], to: [], by: ['owner'] },
  grantExtension: { title: '同意延期', from: ['handling'], to: [], by: ['above'] },
  refuseRequest: { title: '不同意', from: ['handling'], to: [], by: ['above'] },
  summon: { title: '吹哨', from: ['handling'], to: [], by: ['owner', 'above'] },
  split: { title: '拆分', from: ['handling'], to: [], by: ['owner', 'above'] },
  merge: {
    title: '并入',
    from: ['submitted', 'assigned', 'handling'],
    to: ['closed'],
    by: ['owner', 'above'],
  },
  answer: { title: '答复', from: ['handling'], to: ['answered'], by: ['owner'] },
  callback: {
    title: '回访',
    from: ['answered'],
    to: ['closed', 'assigned', 'handling', 'answered'],
    by: ['checker'],
  },
  close: { title: '办结', from: ['handling', 'answered'], to: ['closed'], by: ['above'] },
  withdraw: {
    title: '撤回',
    from: ['submitted', 'assigned', 'handling', 'answered'],
    to: ['closed'],
    by: ['owner', 'above'],
  },
  reopen: { title: '重新办理', from: ['closed'], to: ['handling'], by: ['above', 'owner'] },
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
  const { title } = transitions[step]
  return `这件诉求现在是“${states[from]}”，不能${title}。现在可以：${possible.join('、')}。`
}
