import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openAccountsFor } from '../src/apps/server/open-office.ts'
import { readSettings } from '../src/apps/server/settings.ts'
import { elderCare } from '../src/modules/ledgers/index.ts'
import { person } from '../src/modules/registry/index.ts'
import { newId } from '../src/platform/server/new-id.ts'
import { listRecords } from '../src/platform/server/repository/list.ts'
import type { Benchmark } from './benchmark.ts'
import { type District, district, folder, openDistrict, residents } from './million.ts'

/** Requests a second, whether or not the ones before were answered: as many people do not wait for one another. */
const perSecond = Number(process.env.BENCH_RATE ?? 200)
const seconds = Number(process.env.BENCH_SECONDS ?? 20)
const password = 'bench-password-1'
const port = 18_000 + (process.pid % 10_000)

/** Who works there: mostly clerks of a community, somebody of the subdistrict, somebody of the district. */
const staff = [
  { username: 'load1', role: 'clerk', area: `${district}001001` },
  { username: 'load2', role: 'clerk', area: `${district}001002` },
  { username: 'load3', role: 'clerk', area: `${district}002001` },
  { username: 'load4', role: 'officer', area: `${district}001` },
  { username: 'load5', role: 'officer', area: district },
] as const

const hire = async (house: District): Promise<void> => {
  const { db } = house.database.connection
  const accounts = await openAccountsFor(readSettings({ YOUJU_DATA: folder }), house.database)
  for (const { username, role, area } of staff) {
    const there = await db
      .selectFrom('staff')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirst()
    if (there) continue
    const account = await accounts.create({ username, password, name: username })
    const id = newId()
    await db.insertInto('staff').values({ district, id, name: username, username, account }).execute()
    await db
      .insertInto('post')
      .values({ district, id: newId(), staff: id, role, area, valid_from: '2024-01-01' })
      .execute()
  }
  await accounts.close()
}

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

// The server limits what one address may ask; people have addresses of their own.
const agents = Array.from(
  { length: 12 },
  (_, index) => new Agent({ keepAlive: true, localAddress: `127.0.0.${index + 2}`, maxSockets: 30 }),
)

interface Answer {
  status: number
  body: string
  cookies: string[]
}

const ask = (path: string, cookie: string, turn = 0, body?: unknown): Promise<Answer> =>
  new Promise((done, fail) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: text === undefined ? 'GET' : 'POST',
        agent: agents[turn % agents.length]!,
        headers: {
          ...(cookie === '' ? {} : { cookie }),
          ...(text === undefined
            ? {}
            : {
                origin: `http://127.0.0.1:${port}`,
                'content-type': 'application/json',
                'content-length': Buffer.byteLength(text),
                'idempotency-key': newId(),
              }),
        },
      },
      (response) => {
        let answer = ''
        response.setEncoding('utf8')
        response.on('data', (piece) => {
          answer += piece
        })
        response.on('end', () =>
          done({ status: response.statusCode!, body: answer, cookies: response.headers['set-cookie'] ?? [] }),
        )
      },
    )
    asked.on('error', fail)
    asked.end(text)
  })

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

const startServer = async () => {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../src/apps/cli/main.ts', import.meta.url)), 'serve'],
    {
      env: { ...process.env, YOUJU_DATA: folder, PORT: String(port), NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await new Promise<void>((up, fail) => {
    child.stdout.on('data', (text: Buffer) => text.includes('已启动') && up())
    child.on('exit', (code) => fail(new Error(`the server ended with ${code}`)))
  })
  return {
    /** Megabytes: at most so far. */
    memory: () =>
      Math.round(
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1000,
      ),
    cpu: () => secondsOf([child.pid!]),
    stop: () =>
      new Promise<void>((ended) => {
        child.removeAllListeners('exit')
        child.on('exit', () => ended())
        child.kill('SIGTERM')
      }),
  }
}

const signIn = async (username: string): Promise<string> => {
  const { status, cookies } = await ask('/api/auth/sign-in/username', '', 0, { username, password })
  if (status !== 200) throw new Error(`sign-in of ${username}: ${status}`)
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

type Kind = 'search' | 'person' | 'ledger' | 'edit'
const mix: readonly Kind[] = [
  ...Array<Kind>(7).fill('search'),
  ...Array<Kind>(6).fill('person'),
  ...Array<Kind>(5).fill('ledger'),
  ...Array<Kind>(2).fill('edit'),
]

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN

const drive = async (
  { people, words, entries }: Material,
  cookies: readonly string[],
  pace: { perSecond: number; seconds: number },
) => {
  const times: Record<Kind, number[]> = { search: [], person: [], ledger: [], edit: [] }
  const failed: Record<string, number> = {}
  const cursors = new Map<number, string>()
  const pages: Record<Kind, (turn: number, who: number) => Promise<Answer>> = {
    search: (turn, who) =>
      ask(`/api/search?limit=8&q=${encodeURIComponent(words[turn % words.length]!)}`, cookies[who]!, turn),
    person: (turn) =>
      ask(`/api/persons/${people[(turn * 7) % people.length]}`, cookies[turn % 2 === 0 ? 0 : 3]!, turn),
    async ledger(turn, who) {
      const cursor = cursors.get(who)
      const more = cursor ? `&cursor=${cursor}` : ''
      const path = `/api/records/elderCare?livingArrangement=2&sort=-person.birthDate&limit=50${more}`
      const answer = await ask(path, cookies[who]!, turn)
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
      const input = {
        ledger: 'elderCare',
        id: entry.id,
        version: entry.version++,
        on: new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10),
        mode: 'change',
        values: { childrenCount: entry.children },
        reason: 'bench',
      }
      return ask('/api/actions/editEntry', cookies[0]!, turn, input)
    },
  }
  const count = pace.perSecond * pace.seconds
  const start = performance.now() + 100
  const running: Promise<void>[] = []
  for (let turn = 0; turn < count; turn++) {
    const due = start + (turn * 1000) / pace.perSecond
    while (performance.now() < due)
      await new Promise((next) => setTimeout(next, Math.max(0, due - performance.now())))
    const kind = mix[(turn * 7) % mix.length]!
    running.push(
      pages[kind](turn, turn % staff.length)
        .then(({ status }) => {
          if (status === 200) times[kind].push(performance.now() - due)
          else failed[`${kind} ${status}`] = (failed[`${kind} ${status}`] ?? 0) + 1
        })
        .catch((error: Error) => {
          failed[error.message] = (failed[error.message] ?? 0) + 1
        }),
    )
  }
  await Promise.all(running)
  return { times, failed, took: performance.now() - start }
}

const measure = async () => {
  const house = await openDistrict()
  await hire(house)
  const material = await gather(house)
  await house.close()
  const server = await startServer()
  try {
    const cookies: string[] = []
    for (const { username } of staff) cookies.push(await signIn(username))
    // What the first hour of a day has warmed; the mix again, at a quarter of the pace.
    await drive(material, cookies, { perSecond: perSecond / 4, seconds: 10 })
    const [ours, theirs] = [server.cpu(), secondsOf(databaseProcesses())]
    const driven = await drive(material, cookies, { perSecond, seconds })
    const answered = Object.values(driven.times).flat().length
    return {
      ...driven,
      answered,
      memory: server.memory(),
      cpu: ((server.cpu() - ours) / answered) * 1000,
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
      const sorted = times[kind as Kind].toSorted((one, other) => one - other)
      const p95 = Math.round(at(sorted, 0.95) * 10) / 10
      return {
        n: sorted.length,
        median: p95,
        unit: 'ms',
        reference: limit,
        ratio: Math.round((p95 / limit) * 100) / 100,
        note:
          `p95 from the scheduled time, open loop; p50 ${at(sorted, 0.5).toFixed(1)}; failed ${JSON.stringify(failed)}; ` +
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
