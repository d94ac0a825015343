import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
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
  entries: { id: string; version: number }[]
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
    entries: entries.rows.map(({ id, version }) => ({ id, version })),
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

const drive = async ({ people, words, entries }: Material, cookies: readonly string[]) => {
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
      const input = {
        ledger: 'elderCare',
        id: entry.id,
        version: entry.version++,
        on: new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10),
        mode: 'change',
        values: { childrenCount: turn % 7 },
        reason: 'bench',
      }
      return ask('/api/actions/editEntry', cookies[0]!, turn, input)
    },
  }
  const count = perSecond * seconds
  const start = performance.now() + 100
  const running: Promise<void>[] = []
  for (let turn = 0; turn < count; turn++) {
    const due = start + (turn * 1000) / perSecond
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

export const benchmarks: Benchmark[] = [
  {
    name: `registry/load-${perSecond}-requests-a-second-at-${residents}`,
    async run() {
      const house = await openDistrict()
      await hire(house)
      const material = await gather(house)
      await house.close()
      const server = await startServer()
      try {
        const cookies: string[] = []
        for (const { username } of staff) cookies.push(await signIn(username))
        // What a page of the day before had warmed.
        for (const [turn, cookie] of cookies.entries()) await ask('/api/search?q=wang&limit=8', cookie, turn)
        const { times, failed, took } = await drive(material, cookies)
        const told = Object.entries(times).map(([kind, list]) => {
          const sorted = list.toSorted((one, other) => one - other)
          return `${kind} ${sorted.length}: median ${at(sorted, 0.5).toFixed(0)}, p95 ${at(sorted, 0.95).toFixed(0)} ms`
        })
        const all = Object.values(times)
          .flat()
          .sort((one, other) => one - other)
        return {
          n: all.length,
          median: Math.round(at(all, 0.95) * 10) / 10,
          unit: 'ms (p95 from the scheduled time)',
          note: `${told.join('; ')}; failed ${JSON.stringify(failed)}; answered ${Math.round((all.length / took) * 1000)} a second; server at most ${server.memory()} MB`,
        }
      } finally {
        await server.stop()
      }
    },
  },
]
