import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyStep, replay } from './apply-step.ts'
import { dueOf } from './facts.ts'
import { leads, type State, type StepName, states, transitions } from './states.ts'
import type { Step } from './step.ts'

const day = '2026-03-02'
const party = (name: string) => ({ person: null, name, phone: '', address: '' })
const opened: Step = {
  kind: 'open',
  day,
  detail: {
    area: '990101001001',
    headArea: '990101001001',
    kind: 'neighbour',
    title: '漏水',
    content: '楼上漏水',
    parties: [party('甲'), party('乙')],
    matter: null,
  },
}
const steps: Record<StepName, Step[]> = {
  assign: [{ kind: 'assign', day, detail: { mediators: [{ staff: 's', name: '丙' }] } }],
  session: [{ kind: 'session', day, detail: { on: day, place: '社区', present: ['甲'], text: '谈了' } }],
  agree: [
    {
      kind: 'agree',
      day,
      detail: { on: day, dispute: '漏水', items: [{ party: '甲', text: '修好', due: '2026-03-20' }] },
    },
  ],
  fulfil: [true, false].map((kept) => ({ kind: 'fulfil', day, detail: { item: 0, kept, text: '看过' } })),
  revisit: (['kept', 'waiting', 'again'] as const).map((result) => ({
    kind: 'revisit',
    day,
    detail: { result, text: '问过' },
  })),
  close: [{ kind: 'close', day, detail: { outcome: 'settled', text: '和解' } }],
  reopen: [{ kind: 'reopen', day, detail: { text: '又吵' } }],
}
const names = Object.keys(transitions) as StepName[]
const all = Object.keys(states) as State[]

it('leads from every state to the end, and into every state', () => {
  const onwards = (from: State): State[] =>
    names.filter((step) => leads(step, from)).flatMap((step) => transitions[step].to)
  const reach = (from: State): Set<State> => {
    const found = new Set<State>([from])
    for (const each of found) for (const next of onwards(each)) found.add(next)
    return found
  }
  expect([...reach('opened')].sort()).toEqual([...all].sort())
  for (const state of all) expect(reach(state).has('closed')).toBe(true)
})

it('goes only where the table says, and always knows what is due', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 30 }), (choices) => {
      const taken: Step[] = [opened]
      let facts = applyStep(undefined, opened)
      for (const choice of choices) {
        const possible = names.filter((name) => leads(name, facts.state)).flatMap((name) => steps[name])
        const step = possible[choice % possible.length]!
        const next = applyStep(facts, step)
        const { to } = transitions[step.kind as StepName]
        expect([facts.state, ...to]).toContain(next.state)
        taken.push(step)
        facts = next
        if (facts.state === 'closed')
          expect([facts.outcome, facts.closedOn, dueOf(facts)]).toEqual([expect.any(String), day, null])
        else expect([facts.outcome, facts.closedOn, dueOf(facts)]).toEqual([null, null, expect.any(String)])
        if (facts.state === 'mediating' || facts.state === 'agreed')
          expect(facts.mediators.length).toBeGreaterThan(0)
        if (facts.state === 'agreed') expect(facts.agreement).not.toBeNull()
      }
      expect(replay(taken)).toEqual(facts)
    }),
  )
})

it('asks again 30 days after the agreement, or earlier where something is due', () => {
  const agreed = replay([opened, steps.assign[0]!, steps.session[0]!, steps.agree[0]!])
  expect([agreed.revisitOn, dueOf(agreed)]).toEqual(['2026-04-01', '2026-03-20'])
  expect(dueOf(applyStep(agreed, steps.fulfil[0]!))).toBe('2026-04-01')
})
