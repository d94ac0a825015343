// `npm start`: from a fresh clone to the running demo office, on any Node ≥ 20 with nothing installed.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { environment, install, node, root } from './toolchain.mjs'

install()
build()

/*
 * The server leads a process group of its own. Ctrl-C in a terminal reaches every process of the foreground group, and
 * npm sends it on once more; this way the server and its database hear of it once, from here. Should this process be
 * killed outright, the closed channel tells the server (stop-with-parent.mjs).
 */
const main = join(root, 'dist', 'apps', 'cli', 'main.js')
const server = spawn(
  node,
  [
    '--import',
    new URL('stop-with-parent.mjs', import.meta.url).href,
    main,
    'serve',
    '--demo',
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  },
)

let stopping = false
function stop(signal) {
  if (!stopping) server.kill(signal)
  stopping = true
}
process.on('SIGINT', () => stop('SIGINT'))
process.on('SIGTERM', () => stop('SIGTERM'))
process.on('SIGHUP', () => stop('SIGTERM'))

// A signal to npm alone ends the shell between npm and us without reaching us; we are then somebody else's child.
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) stop('SIGTERM')
  }, 500).unref()
}

server.on('error', (error) => {
  console.error(`无法启动：${error.message}`)
  process.exit(1)
})
server.on('exit', (code) => process.exit(code ?? (stopping ? 0 : 1)))
