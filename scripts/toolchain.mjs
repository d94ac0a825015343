// Runs on any Node ≥ 20 before anything is installed: Node's own modules only.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The pinned Node 24 that npm installs here, whichever Node started us. */
export const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

/** An environment in which `node` and every installed tool are the pinned ones. */
export const environment = () => ({
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
})

/** Runs a script of an installed package with the pinned Node; false when it fails. */
export function runTool(script, ...args) {
  const { status } = spawnSync(node, [join(root, script), ...args], {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  return status === 0
}

const readLock = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined)

/** npm leaves a copy of what it laid down in node_modules; the two agree when nothing is to be done. */
function isInstalled() {
  const wanted = readLock(join(root, 'package-lock.json'))
  const present = readLock(join(root, 'node_modules', '.package-lock.json'))
  if (!present || !existsSync(node)) return false
  const agrees = ([path, entry]) => {
    if (path === '' || entry.link) return true
    const found = present[path]
    return found ? found.version === entry.version && found.integrity === entry.integrity : entry.optional
  }
  return Object.entries(wanted).every(agrees)
}

/** Installs what package-lock.json names, unless it is there already. Ends the process with a sentence if it cannot. */
export function install() {
  if (isInstalled()) return
  console.log('正在安装依赖，首次约需一分钟…… Installing dependencies, about a minute the first time…')
  const started = Date.now()
  // Not `npm ci`: it refuses a lock file that leaves out another platform's binaries, which mirrors do not all carry.
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' },
  )
  if (status !== 0 || !isInstalled()) {
    console.error(
      '依赖安装未完成：请检查网络或 npm 源，然后重试。 Installing failed: check the network or registry, then retry.',
    )
    process.exit(1)
  }
  console.log(`依赖已装好，用时 ${seconds(started)} 秒。 Dependencies installed in ${seconds(started)} s.`)
}

/** Seconds since a moment, with one decimal. */
export const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1)
