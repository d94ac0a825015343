import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../dist/apps/cli/main.js', import.meta.url))

/** The built program, serving a demo office of its own. */
export interface Office {
  readonly url: string
  /** Where its database and files lie; start another on it to see what survived. */
  readonly data: string
  /** All it has written to its output so far. */
  output(): string
  /** Ends it as Ctrl-C does and removes its data; answers the exit code. */
  stop(): Promise<number | null>
  /** Ends the server as a power cut does; its data stays. */
  kill9(): Promise<void>
}

const serveDemo = (residents: number, env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, [main, 'serve', '--demo', '--residents', String(residents)], {
    env: { ...process.env, HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Collects all that a process writes. */
function listen({ stdout, stderr }: ChildProcess): () => string {
  let written = ''
  for (const stream of [stdout, stderr])
    stream?.on('data', (chunk: Buffer) => {
      written += chunk.toString('utf8')
    })
  return () => written
}

/** Starts the built program where it cannot run, and answers how it ended and what it said. */
export async function failToStart(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = serveDemo(300, env)
  const output = listen(child)
  await once(child, 'close')
  return { code: child.exitCode, output: output() }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

async function untilHealthy(url: string, child: ChildProcess, output: () => string) {
  const deadline = Date.now() + 180_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server ended before it answered:\n${output()}`)
    const answer = await fetch(`${url}/api/health`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not answer within 180 s:\n${output()}`)
}

/** Starts the built program on a free port with `residents` made-up residents, or on the data of an earlier office. */
export async function startOffice(
  options: { residents?: number; data?: string; env?: Record<string, string> } = {},
): Promise<Office> {
  const { residents = 1200, data = mkdtempSync(join(tmpdir(), 'youju-e2e-')), env = {} } = options
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = serveDemo(residents, { PORT: String(port), YOUJU_DATA: data, ...env })
  const output = listen(child)
  const exited = once(child, 'exit')
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }

  await untilHealthy(url, child, output)
  return {
    url,
    data,
    output,
    stop: async () => {
      await end('SIGINT')
      rmSync(data, { recursive: true, force: true })
      return child.exitCode
    },
    kill9: () => end('SIGKILL'),
  }
}
