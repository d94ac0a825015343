// Builds dist/ when the sources are not those it was built from. `npm run build` and `prepack` call it directly.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { install, root, runTool, seconds } from './toolchain.mjs'

const dist = join(root, 'dist')
/** Built beside dist/ and then put in its place, so that a failed build leaves the last good one. */
const staging = join(root, 'dist.new')
const stamp = '.built-from'

const isTest = (path) => /\.test\.tsx?$/.test(path)
/** What the compiler does not carry over and the running server reads: lists, templates, SQL. */
const isAsset = (path) => !/\.(tsx?|md)$/.test(path) && !/(^|[\\/])(web|fixtures|testing)[\\/]/.test(path)

const sources = () =>
  readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(root, 'src').length + 1))
    .sort()

function fingerprint(paths) {
  const hash = createHash('sha256')
  const settings = [
    'package-lock.json',
    'tsconfig.base.json',
    'tsconfig.build.json',
    'tsconfig.web.json',
    'vite.config.ts',
  ]
  const files = [...settings, 'scripts/build.mjs', ...paths.map((path) => join('src', path))]
  for (const path of files)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

function fail(step) {
  console.error(`构建未完成(${step}),上面是原因。 The build failed at ${step}; the reason stands above.`)
  process.exit(1)
}

/** Brings dist/ up to date: the compiled server and command line, their assets, and the web pages in dist/web. */
export function build() {
  const paths = sources()
  const wanted = fingerprint(paths)
  if (existsSync(join(dist, stamp)) && readFileSync(join(dist, stamp), 'utf8') === wanted) return
  console.log('正在构建…… Building…')
  const started = Date.now()
  rmSync(staging, { recursive: true, force: true })
  if (!runTool('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', staging))
    fail('tsc')
  for (const path of paths.filter(isAsset)) cpSync(join(root, 'src', path), join(staging, path))
  if (
    !runTool('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--outDir', join(staging, 'web'))
  )
    fail('vite')
  chmodSync(join(staging, 'apps', 'cli', 'main.js'), 0o755)
  writeFileSync(join(staging, stamp), wanted)
  rmSync(dist, { recursive: true, force: true })
  renameSync(staging, dist)
  console.log(`已构建，用时 ${seconds(started)} 秒。 Built in ${seconds(started)} s.`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  install()
  build()
}
