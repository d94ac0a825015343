import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { elderCare } from '../src/modules/ledgers/index.ts'
import { person } from '../src/modules/registry/index.ts'
import { listRecords } from '../src/platform/server/repository/list.ts'
import { type Answer, type BenchServer, startBenchServer } from './bench-server.ts'
import type { Benchmark } from './benchmark.ts'
import { hireStaff, password } from './hire-staff.ts'
import { type District, district, folder, openDistrict, residents } from './million.ts'
import { openLoop, quantile } from './open-loop.ts'

const perSecond = Number(process.env.BENCH_RATE ?? 200)
const seconds = Number(process.env.BENCH_SECONDS ?? 20)
const port = 18_000 + (process.pid % 10_000)

/** Who works there: mostly clerks of a community, somebody of the subdistrict, somebody of the district. */
const staff = [
  { username: 'load1', role: 'clerk', area: `${district}001001` },
  { username: 'load2', role: 'clerk', area: `${district}001002` },
  { username: 'load3', role: 'clerk', area: `${district}002001` },
  { username: 'load4', role: 'officer', area: `${district}001` },
  { username: 'load5', role: 'officer', area: district },
] as const

interface Material {
  people: string[]
  words: string[]
  entries: { id: string; version: number; children: number }[]
}

const gather = async (house: District): Promise<Material> => {
  const repository = house.repositoryAt(staff[0].area)
  const people = await listRecords(repository, person, { limit: 1000, uncounted: true })
  const entries = await listRecords(repository, elderCare, { limit: 1000, uncounted: true })
  return {
    people: people.rows.map(({ id }) => id),
    words: people.rows.flatMap(({ values }, index) => [
      String(values.name).slice(0, 2 + (index % 2)),
      ['zw', 'lj', 'wangf', 'liy', String(1000 + index)][index % 5]!,
    ]),
    entries: entries.rows.map(({ id, version, values }) => ({
      id,
      version,
      children: Number(values.childrenCount ?? 0),
    })),
  }
}

/** Seconds of processor time that processes took so far. */
const secondsOf = (pids: readonly (number | string)[]): number =>
  pids.reduce<number>((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return sum + (Number(fields[11]) + Number(fields[12])) / 100
  }, 0)

/** PostgreSQL's processes, the one that started the others included. */
const databaseProcesses = (): string[] => {
  const [first] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  return [first!, ...readFileSync(`/proc/${first}/task/${first}/children`, 'utf8').trim().split(' ')]
}

/** Megabytes that a process held at most so far. */
const peakOf = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000)

type Kind = 'search' | 'person' | 'ledger' | 'edit'
const mix: readonly Kind[] = [
  ...Array<Kind>(7).fill('search'),
  ...Array<Kind>(6).fill('person'),
  ...Array<Kind>(5).fill('ledger'),
  ...Array<Kind>(2).fill('edit'),
]

/** What each kind of request is, turn by turn, for one of the staff. */
const requestsOf = (
  { people, words, entries }: Material,
  server: BenchServer,
  cookies: readonly string[],
): Record<Kind, (turn: number, who: number) => Promise<Answer>> => {
  const cursors = new Map<number, string>()
  return {
    search: (turn, who) =>
      server.ask(`/api/search?limit=8&q=${encodeURIComponent(words[turn % words.length]!)}`, {
        cookie: cookies[who]!,
        turn,
      }),
    person: (turn) =>
      server.ask(`/api/persons/${people[(turn * 7) % people.length]}`, {
        cookie: cookies[turn % 2 === 0 ? 0 : 3]!,
        turn,
      }),
    async ledger(turn, who) {
      const cursor = cursors.get(who)
      const more = cursor ? `&cursor=${cursor}` : ''
      const path = `/api/records/elderCare?livingArrangement=2&sort=-person.birthDate&limit=50${more}`
      const answer = await server.ask(path, { cookie: cookies[who]!, turn })
      const { next } =
        answer.status === 200 ? (JSON.parse(answer.body) as { next: string | null }) : { next: null }
      if (next) cursors.set(who, next)
      else cursors.delete(who)
      return answer
    },
    edit(turn) {
      const entry = entries[turn % entries.length]!
      // Another number each time: what changes nothing is refused.
      entry.children = (entry.children + 1) % 9
      const body = {
        ledger: 'elderCare',
        id: entry.id,
        version: entry.version++,
        on: new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10),
        mode: 'change',
        values: { childrenCount: entry.children },
        reason: 'bench',
      }
      return server.ask('/api/actions/editEntry', { cookie: cookies[0]!, turn, body })
    },
  }
}

/** Drives the mix; times of each kind from when they were due. */
const drive = async (
  requests: ReturnType<typeof requestsOf>,
  pace: { perSecond: number; seconds: number },
) => {
  const times: Record<Kind, number[]> = { search: [], person: [], ledger: [], edit: [] }
  const start = performance.now()
  const { failed } = await openLoop(pace, async (turn, due) => {
    const kind = mix[(turn * 7) % mix.length]!
    const { status } = await requests[kind](turn, turn % staff.length)
    if (status !== 200) return `${kind} ${status}`
    times[kind].push(performance.now() - due)
    return undefined
  })
  return { times, failed, took: performance.now() - start }
}

const measure = async () => {
  const house = await openDistrict()
  await hireStaff(house.database, folder, staff)
  const material = await gather(house)
  await house.close()
  const server = await startBenchServer(port, { YOUJU_DATA: folder })
  const pid = server.process.pid!
  try {
    const cookies: string[] = []
    for (const { username } of staff) cookies.push(await server.signIn(username, password))
    const requests = requestsOf(material, server, cookies)
    // What the first hour of a day has warmed; the mix again, at a quarter of the pace.
    await drive(requests, { perSecond: perSecond / 4, seconds: 10 })
    const [ours, theirs] = [secondsOf([pid]), secondsOf(databaseProcesses())]
    const driven = await drive(requests, { perSecond, seconds })
    const answered = Object.values(driven.times).flat().length
    return {
      ...driven,
      answered,
      memory: peakOf(pid),
      cpu: ((secondsOf([pid]) - ours) / answered) * 1000,
      databaseCpu: ((secondsOf(databaseProcesses()) - theirs) / answered) * 1000,
    }
  } finally {
    await server.stop()
  }
}

let measured: ReturnType<typeof measure> | undefined
const measureOnce = () => (measured ??= measure())

/** Milliseconds within which 95 of 100 are to be answered. */
const limits: Readonly<Record<Kind, number>> = { search: 40, person: 40, ledger: 60, edit: 60 }
const mostMemory = 350

const load = `${perSecond}-requests-a-second-at-${residents}`

/** One load, a line for each kind of request and one for the memory; the reference is what is asked for. */
export const benchmarks: Benchmark[] = [
  ...Object.entries(limits).map(([kind, limit]) => ({
    name: `registry/load-${kind}-${load}`,
    async run() {
      const { times, failed, took, answered, cpu, databaseCpu } = await measureOnce()
      const own = times[kind as Kind]
      const p95 = Math.round(quantile(own, 0.95) * 10) / 10
      return {
        n: own.length,
        median: p95,
        unit: 'ms',
        reference: limit,
        ratio: Math.round((p95 / limit) * 100) / 100,
        note:
          `p95 from the scheduled time, open loop; p50 ${quantile(own, 0.5).toFixed(1)}; failed ${JSON.stringify(failed)}; ` +
          `of all kinds ${Math.round((answered / took) * 1000)} answered a second, processor time of each: server ${cpu.toFixed(1)} ms, database ${databaseCpu.toFixed(1)} ms; reference: asked for`,
      }
    },
  })),
  {
    name: `registry/load-memory-${load}`,
    async run() {
      const { memory, answered } = await measureOnce()
      const ratio = Math.round((memory / mostMemory) * 100) / 100
      return {
        n: answered,
        median: memory,
        unit: 'MB',
        reference: mostMemory,
        ratio,
        note: 'the server at most, its database apart; reference: asked for',
      }
    },
  },
]
