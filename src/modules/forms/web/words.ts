import type { Tone } from '../../../platform/web/feedback/status-tag.tsx'
import type { FormField, RequestView } from '../contract-request.ts'
import type { DifferenceKind } from '../contract-returns.ts'

export const stateWords: Record<RequestView['state'], { title: string; tone: Tone }> = {
  open: { title: '待填写', tone: 'look' },
  filled: { title: '已填写', tone: 'plain' },
  closed: { title: '已办结', tone: 'good' },
}

/** How a column stands, for its reader. */
export const statusWords: Record<FormField['status'], { title: string; tone: Tone }> = {
  mapped: { title: '已对应', tone: 'good' },
  ambiguous: { title: '请选择', tone: 'look' },
  unknown: { title: '认不出', tone: 'look' },
  'not-held': { title: '不掌握', tone: 'plain' },
  manual: { title: '手填', tone: 'plain' },
}

export const differenceWords: Record<DifferenceKind, { title: string; hint: string }> = {
  proposed: { title: '对方改了', hint: '我们没有动过，可以采纳。' },
  conflict: { title: '两边都改了', hint: '请看清再选一边。' },
  agreed: { title: '两边一致', hint: '改得一样，不用再动。' },
  ours: { title: '只有我们改了', hint: '台账后来有更新，以台账为准。' },
  computed: { title: '改了算出来的值', hint: '年龄等由系统计算，请改它的依据。' },
  manual: { title: '写在没有对应的格里', hint: '台账没有这一项，只供查看。' },
  unreadable: { title: '读不懂', hint: '写法不符合这一项的要求。' },
  added: { title: '多出来的行', hint: '台账里没有，请用导入或登记加入。' },
  removed: { title: '少了的行', hint: '对方删去了，台账没有动。' },
  doubled: { title: '重复的行', hint: '同一条记录出现了两次，只看第一行。' },
  gone: { title: '已不在台账', hint: '发出以后移出了台账。' },
}
