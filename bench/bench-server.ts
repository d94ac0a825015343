import { type ChildProcess, spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { newId } from '../src/platform/server/new-id.ts'

const main = fileURLToPath(new URL('../src/apps/cli/main.ts', import.meta.url))

export interface Answer {
  readonly status: number
  readonly body: string
  readonly cookies: readonly string[]
}

/** The program in a process of its own, spoken to as browsers do. */
export interface BenchServer {
  readonly port: number
  readonly process: ChildProcess
  /** Sends a request; with `body` a command under `key`, made up where absent. Rejects where nobody answers. */
  ask(path: string, more?: { cookie?: string; turn?: number; body?: unknown; key?: string }): Promise<Answer>
  signIn(username: string, password: string): Promise<string>
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

// The server limits what one address may ask; people have addresses of their own.
const agents = Array.from(
  { length: 12 },
  (_, index) => new Agent({ keepAlive: true, localAddress: `127.0.0.${index + 2}`, maxSockets: 30 }),
)

/** Starts the program on a port, with `env` beside the usual; answers once it serves. */
export const startBenchServer = async (port: number, env: Record<string, string>): Promise<BenchServer> => {
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { ...process.env, ...env, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((done) => child.on('exit', () => done()))
  await new Promise<void>((up, fail) => {
    child.stdout.on('data', (text: Buffer) => text.includes('已启动') && up())
    child.on('exit', (code) => fail(new Error(`the server ended with ${code}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  const ask: BenchServer['ask'] = (path, { cookie = '', turn = 0, body, key = newId() } = {}) =>
    new Promise((done, fail) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const command = {
        origin: `http://127.0.0.1:${port}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text ?? ''),
        'idempotency-key': key,
      }
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method: text === undefined ? 'GET' : 'POST',
          agent: agents[turn % agents.length]!,
          headers: { ...(cookie && { cookie }), ...(text === undefined ? {} : command) },
        },
        (response) => {
          const pieces: Buffer[] = []
          response.on('data', (piece: Buffer) => pieces.push(piece))
          response.on('error', fail)
          response.on('end', () =>
            done({
              status: response.statusCode!,
              body: Buffer.concat(pieces).toString(),
              cookies: response.headers['set-cookie'] ?? [],
            }),
          )
        },
      )
      asked.on('error', fail)
      asked.end(text)
    })
  return {
    port,
    process: child,
    ask,
    async signIn(username, password) {
      const { status, cookies } = await ask('/api/auth/sign-in/username', { body: { username, password } })
      if (status !== 200) throw new Error(`sign-in of ${username}: ${status}`)
      return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
