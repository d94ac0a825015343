import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { at, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { runClocks } from './actions/run-clocks.ts'
import { type MatterStory, prepareMatter } from './contract.ts'
import { replay } from './life/apply-step.ts'
import { transitions } from './life/states.ts'
import { getMatter, listSteps, stepOf } from './storage/matter.ts'
import { askReader } from './testing/ask-reader.ts'
import { createMattersOffice, takeAction } from './testing/matters-office.ts'
import { readStory } from './views/matter-story.ts'

let house: TestOffice
let grid: Actor
let clerk: Actor
let head: Actor
let officer: Actor
let second: Actor
let stranger: Actor
let department: Actor
let unit: string

const act = (actor: Actor, name: string, input: unknown): Promise<unknown> =>
  takeAction(house, actor, name, input)

beforeAll(async () => {
  house = await createMattersOffice()
  grid = await house.hire('gridWorker', at('northFirst'))
  clerk = await house.hire('clerk', at('north'))
  head = await house.hire('head', at('north'))
  officer = await house.hire('officer', at('subdistrict'))
  second = await house.hire('officer', at('subdistrict'))
  stranger = await house.hire('clerk', at('south'))
  department = await house.hire('department', at('subdistrict'))
  const chief = await house.hire('head', at('subdistrict'))
  unit = (
    (await act(chief, 'defineUnit', {
      title: '城市管理科',
      area: at('subdistrict'),
      members: [department.id],
    })) as { id: string }
  ).id
})
afterAll(() => house.close())

const said = {
  area: at('northFirst'),
  content: '3号楼2单元楼道灯不亮，老人上下楼看不见。',
  category: 'light',
  channel: 'visit',
  place: '和平里3号楼2单元',
  reporterName: '王桂兰',
  reporterPhone: '13800001111',
}

const open = async (actor: Actor = grid): Promise<string> =>
  ((await act(actor, 'recordMatter', said)) as { id: string }).id
const story = (actor: Actor, id: string): Promise<MatterStory> =>
  readStory(house.repository(actor), id, 'Asia/Shanghai')
/** Takes a step having seen the latest. */
const step = async (actor: Actor, name: string, id: string, input: object = {}) => {
  const { seq } = await getMatter(house.repository(officer), id, { bodies: 'all' })
  return act(actor, name, { id, seen: seq, ...input })
}
const later = (days: number) => new Date(Date.now() + days * 86_400_000)
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

describe('from a word to the callback', () => {
  it('belongs to who heard it, until another has accepted it', async () => {
    const id = await open()
    expect(await story(grid, id)).toMatchObject({
      matter: {
        state: 'handling',
        owner: { title: '城北第一网格' },
        title: '3号楼2单元楼道灯不亮，老人上下楼看不见',
      },
      reporter: { name: '****', phone: '138****1111' },
    })
    await step(grid, 'dispatchMatter', id, { to: `unit:${unit}`, text: '请更换楼道灯' })
    expect((await story(grid, id)).matter).toMatchObject({
      state: 'assigned',
      owner: { title: '城北第一网格' },
      pending: { title: '城市管理科' },
    })
    await step(department, 'acceptMatter', id)
    expect((await story(department, id)).matter).toMatchObject({
      state: 'handling',
      owner: { title: '城市管理科' },
    })
    await step(department, 'answerMatter', id, { text: '已换新灯' })
    expect(await code(step(department, 'recordCallback', id, { reached: true, solved: true }))).toBe(
      'right.missing',
    )
    await step(clerk, 'recordCallback', id, { reached: true, solved: true, satisfaction: 'satisfied' })
    expect(await story(clerk, id)).toMatchObject({
      matter: { state: 'closed', dueAt: null },
      outcome: { reason: 'solved', solved: true, satisfaction: 'satisfied' },
    })
  })

  it('is not found by those whom it does not concern, whichever way they ask', async () => {
    const id = await open()
    expect(await code(story(stranger, id))).toBe('record.not_found')
    expect(await code(story(department, id))).toBe('record.not_found')
    expect(await code(step(stranger, 'noteProgress', id, { text: '看看' }))).toBe('record.not_found')
    expect(await code(act(stranger, 'revealReporter', { id, purpose: '联系本人' }))).toBe('record.not_found')
  })

  it('shows the number to call only to who handles it, and no longer once it is closed', async () => {
    const id = await open()
    expect(await act(grid, 'revealReporter', { id, purpose: '联系本人' })).toMatchObject({
      phone: '13800001111',
    })
    expect(await code(act(officer, 'revealReporter', { id, purpose: '随便看看' }))).toBe('right.missing')
    await step(grid, 'withdrawMatter', id, { text: '本人说不用了' })
    expect(await code(act(grid, 'revealReporter', { id, purpose: '联系本人' }))).toBe('right.missing')
  })

  it('shows the number to each only while it is theirs: owner, next owner, who calls back', async () => {
    const id = await open()
    const sees = async (...people: Actor[]) => {
      const codes = await Promise.all(
        people.map((actor) => code(act(actor, 'revealReporter', { id, purpose: '联系本人' }))),
      )
      const shown = await Promise.all(
        people.map((actor) => story(actor, id).then(({ mayReveal }) => mayReveal)),
      )
      expect(shown).toEqual(codes.map((each) => each === 'done'))
      return codes.map((each) => each === 'done')
    }
    expect(await sees(grid, clerk, officer)).toEqual([true, false, false])
    await step(grid, 'dispatchMatter', id, { to: `area:${at('north')}`, text: '请换灯' })
    await step(clerk, 'acceptMatter', id)
    expect(await sees(grid, clerk, officer)).toEqual([false, true, false])
    await step(clerk, 'answerMatter', id, { text: '换好了' })
    // Answered, it is no longer the handler's: who did not handle it asks whether it is solved.
    expect(await sees(grid, clerk, head, officer)).toEqual([false, false, true, true])
    await step(head, 'recordCallback', id, { reached: true, solved: false, text: '还是不亮' })
    expect(await sees(clerk, officer)).toEqual([true, false])
  })

  it('is joined by others who report the same, as long as it is open, and says how many they are', async () => {
    const place = '杏花里7号楼'
    const content = '杏花里7号楼自来水发黄，不能喝。'
    const { id } = (await act(clerk, 'recordMatter', { ...said, content, place, category: 'water' })) as {
      id: string
    }
    for (let others = 0; others < 12; others++)
      await act(grid, 'joinMatter', { id, seen: 1, text: '我家也是' })
    const prepared = await askReader(house, grid, prepareMatter, {
      content: '自来水发黄',
      place,
      area: at('northFirst'),
    })
    expect(prepared.similar[0]).toMatchObject({ id, reports: 13 })
    expect(await code(act(stranger, 'joinMatter', { id, seen: 1 }))).toBe('record.not_found')
    await step(clerk, 'withdrawMatter', id, { text: '已经来水' })
    expect(await code(act(grid, 'joinMatter', { id, seen: 1 }))).toBe('matter.wrong_state')
  })

  it('comes back twice with a reason; then the level above decides, and that binds', async () => {
    const id = await open(clerk)
    for (let time = 0; time < 3; time++) {
      if (time > 0) expect((await story(clerk, id)).matter.state).toBe('handling')
      await step(clerk, 'dispatchMatter', id, { to: `unit:${unit}`, text: '请办理' })
      await step(department, 'returnMatter', id, { text: '不归我们管' })
    }
    expect((await story(officer, id)).matter).toMatchObject({
      state: 'deciding',
      owner: { title: '幸福街道' },
    })
    await step(officer, 'decideMatter', id, { to: `unit:${unit}`, text: '按三定方案由城管科办理' })
    expect(await code(step(department, 'returnMatter', id, { text: '还是不归' }))).toBe('rule.unmet')
    await step(department, 'acceptMatter', id)
  })

  it('goes back to who answered when it is not solved, and up one level the third time', async () => {
    const id = await open(clerk)
    for (let time = 1; time <= 3; time++) {
      if ((await story(clerk, id)).matter.state === 'assigned') break
      await step(clerk, 'answerMatter', id, { text: '已处理' })
      await step(head, 'recordCallback', id, { reached: true, solved: false, text: '灯还是不亮' })
      expect((await story(clerk, id)).reopened).toBe(time)
    }
    expect((await story(clerk, id)).matter).toMatchObject({
      state: 'assigned',
      pending: { title: '幸福街道' },
    })
  })

  it('waits for every summoned body before it can be answered', async () => {
    const id = await open(clerk)
    const due = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    await step(clerk, 'summonBodies', id, { parts: [{ body: `unit:${unit}`, task: '到现场认定', due }] })
    expect((await story(clerk, id)).can).not.toContain('answer')
    expect(await code(step(clerk, 'answerMatter', id, { text: '好了' }))).toBe('rule.unmet')
    const part = (await story(department, id)).parts[0]!
    expect(part).toMatchObject({ mine: true, done: false })
    await step(department, 'answerPart', id, { part: part.id, text: '已认定' })
    await step(clerk, 'answerMatter', id, { text: '已处理' })
  })

  it('refuses a step out of its state with what could be done, and a stale one with the newer state', async () => {
    const id = await open(clerk)
    await expect(step(head, 'recordCallback', id, { reached: true, solved: true })).rejects.toThrow(
      '这件诉求现在是“办理中”，不能回访。现在可以：',
    )
    await step(clerk, 'noteProgress', id, { text: '已联系电工' })
    expect(await code(act(clerk, 'noteProgress', { id, seen: 1, text: '又一条' }))).toBe('record.stale')
  })

  it('counts two that are one once, and says where the other went', async () => {
    const [first, other] = [await open(clerk), await open(grid)]
    await step(clerk, 'mergeMatter', other, { into: first }).catch(() => undefined)
    await step(grid, 'mergeMatter', other, { into: first }).catch(() => undefined)
    expect(await code(step(officer, 'mergeMatter', other, { into: first }))).toBe('matter.wrong_state')
    const kept = await story(officer, first)
    expect(kept.matter.reports).toBe(2)
    expect(kept.links).toMatchObject([{ id: other, kind: 'mergedFrom' }])
  })
})

describe('clocks', () => {
  it('warn once, then act once, however many workers look', async () => {
    const id = await open(clerk)
    await step(clerk, 'dispatchMatter', id, { to: `unit:${unit}`, text: '请办理' })
    await Promise.all(Array.from({ length: 6 }, () => runClocks(house.office, later(5))))
    const kinds = (await listSteps(house.repository(clerk), id)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'warn')).toHaveLength(1)
    await Promise.all(Array.from({ length: 6 }, () => runClocks(house.office, later(5))))
    const after = (await listSteps(house.repository(clerk), id)).map(({ kind }) => kind)
    expect(after.filter((kind) => kind === 'escalate')).toHaveLength(1)
    expect((await story(officer, id)).matter.pending).toMatchObject({ title: '幸福街道' })
  })

  it('stand still in a pause and go on with what was left', async () => {
    const id = await open(clerk)
    const before = Date.parse((await story(clerk, id)).finishBy)
    const until = later(3).toISOString().slice(0, 10)
    expect(await code(step(clerk, 'askPause', id, { text: '等配件到货', until: '9999-12-31' }))).toBe(
      'field.invalid',
    )
    await step(clerk, 'askPause', id, { text: '等配件到货', until })
    expect(await code(step(head, 'decideRequest', id, { granted: true }))).toBe('right.missing')
    await step(officer, 'decideRequest', id, { granted: true })
    expect((await story(clerk, id)).matter.state).toBe('paused')
    await step(clerk, 'resumeMatter', id)
    const after = Date.parse((await story(clerk, id)).finishBy)
    expect(after).toBeGreaterThanOrEqual(before)
    expect(after - before).toBeLessThan(60_000)
  })
})

/** Every step that anybody might try, with inputs that could be right. */
const tries: readonly (readonly [string, (other: string) => object])[] = [
  ['acceptMatter', () => ({})],
  ['dispatchMatter', () => ({ to: `unit:${unit}`, text: '请办理' })],
  ['returnMatter', () => ({ text: '不归我们' })],
  ['decideMatter', () => ({ to: `area:${at('north')}`, text: '由社区办' })],
  ['escalateMatter', () => ({ text: '办不了' })],
  ['noteProgress', () => ({ text: '在办' })],
  ['askPause', () => ({ text: '等配件', until: later(300).toISOString().slice(0, 10) })],
  ['askExtension', () => ({ text: '工期长', days: 5 })],
  ['decideRequest', () => ({ granted: true })],
  ['decideRequest', () => ({ granted: false })],
  ['resumeMatter', () => ({})],
  ['answerMatter', () => ({ text: '办好了' })],
  ['recordCallback', () => ({ reached: false })],
  ['recordCallback', () => ({ reached: true, solved: false, text: '没好' })],
  ['recordCallback', () => ({ reached: true, solved: true })],
  ['closeMatter', () => ({ reason: 'notOurs', notOurs: '供电公司', text: '已转告' })],
  ['withdrawMatter', () => ({ text: '不用了' })],
  ['reopenMatter', () => ({ text: '又坏了' })],
  ['mergeMatter', (other) => ({ into: other })],
]

it('whatever happens in whatever order: one owner, a due date, a way on, and the history gives the state', async () => {
  const people = [grid, clerk, head, officer, second, department]
  const attempt = fc.record({
    who: fc.integer({ min: 0, max: people.length - 1 }),
    what: fc.integer({ min: 0, max: tries.length }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 5, maxLength: 40 }), async (attempts) => {
      const [id, other] = [await open(clerk), await open(grid)]
      for (const { who, what } of attempts) {
        const chosen = tries[what]
        if (!chosen) await runClocks(house.office, new Date(Date.now() + 40 * 86_400_000))
        else
          await step(people[who]!, chosen[0], id, chosen[1](other)).catch((error: { status?: number }) => {
            if (!error.status || error.status >= 500) throw error
          })
        const { facts, row } = await getMatter(house.repository(officer), id, { bodies: 'all' })
        const steps = await listSteps(house.repository(officer), id)
        expect(replay(steps.map(stepOf))).toEqual(facts)
        expect(row).toMatchObject({ state: facts.state, owner: facts.owner, pending: facts.pending })
        expect(Number.isNaN(Date.parse(facts.finishBy))).toBe(false)
        const ways = await Promise.all(
          people.map(async (each) => (await story(each, id).catch(() => null))?.can ?? []),
        )
        expect(ways.flat().length).toBeGreaterThan(0)
        if (facts.state !== 'closed') expect(facts.owner).toMatch(/^(area|unit):/)
      }
      const { rows } = await sql<{ n: number }>`select count(*) as n from matter where id = ${id}`.execute(
        house.office.connection.db,
      )
      expect(rows[0]!.n).toBeLessThanOrEqual(1)
    }),
    { numRuns: 25 },
  )
})

it('has no state without a way out, and none that nothing leads to', () => {
  const all = Object.values(transitions)
  const reached = new Set(['submitted', 'handling', ...all.flatMap(({ to }) => to)])
  const left = new Set(all.filter(({ to }) => to.length > 0).flatMap(({ from }) => from))
  expect([...left].sort()).toEqual([...reached].sort())
})
