import { expect, it } from 'vitest'
import { replay } from './apply-step.ts'
import type { Step } from './step.ts'

const clock = (from: string, due: string) => ({ from, due, assumed: false })
const receive = (submitted: boolean): Step => ({
  kind: 'receive',
  at: '2026-03-02T01:00:00.000Z',
  actor: submitted ? null : 'a',
  detail: {
    area: '990101001001',
    category: 'light',
    class: 'general',
    owner: 'area:990101001001',
    submitted,
    accept: submitted ? clock('2026-03-02T01:00:00.000Z', '2026-03-03T15:59:59.999Z') : null,
    finish: clock('2026-03-02T01:00:00.000Z', '2026-03-09T15:59:59.999Z'),
  },
})
const accept = (at: string): Step => ({ kind: 'accept', at, actor: 'b', detail: { body: 'unit:1' } })
const dispatch: Step = {
  kind: 'dispatch',
  at: '2026-03-02T02:00:00.000Z',
  actor: 'a',
  detail: {
    to: 'unit:1',
    text: '请办理',
    accept: clock('2026-03-02T02:00:00.000Z', '2026-03-03T15:59:59.999Z'),
  },
}

it('tells a late response from a late acceptance: who heard it responded, though the next was slow to accept', () => {
  const handedOn = replay([receive(false), dispatch, accept('2026-03-05T01:00:00.000Z')])
  expect(handedOn).toMatchObject({ acceptedLate: true, respondedLate: false })
  const saidOnline = replay([receive(true), accept('2026-03-05T01:00:00.000Z')])
  expect(saidOnline).toMatchObject({ acceptedLate: true, respondedLate: true })
  const inTime = replay([receive(true), accept('2026-03-02T03:00:00.000Z')])
  expect(inTime).toMatchObject({ acceptedLate: false, respondedLate: false })
})
