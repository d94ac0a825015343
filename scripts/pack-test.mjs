// Packs the product as npm would publish it, installs it into an empty folder and runs it from there.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { environment, root } from './toolchain.mjs'

const folder = mkdtempSync(join(tmpdir(), 'youju-pack-'))

function run(command, args, cwd, expected = [0]) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: environment(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  if (error || !expected.includes(status ?? -1))
    throw new Error(`${command} ${args.join(' ')} ended with ${status ?? error?.message}\n${stdout}${stderr}`)
  return stdout
}

function expectIn(text, part, what) {
  if (!text.includes(part)) throw new Error(`${what} should say "${part}", but says:\n${text}`)
}

try {
  // npm test has just built; prepack would only find that out again.
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  const office = mkdtempSync(join(folder, 'office-'))
  writeFileSync(join(office, 'package.json'), '{"private":true}')
  run('npm', ['install', '--no-audit', '--no-fund', join(folder, tarball)], office)

  expectIn(run('npx', ['--no-install', 'youju', '--help'], office), 'check', 'youju --help')
  writeFileSync(
    join(office, 'report.txt'),
    '全年共走访居民 30 户,其中老年人家庭 12 户、残疾人家庭 10 户、其他家庭 9 户。\n',
  )
  // 1: there are findings.
  const findings = run('npx', ['--no-install', 'youju', 'check', 'report.txt'], office, [0, 1])
  expectIn(findings, 'report.txt', 'youju check')
  writeFileSync(
    join(office, 'import.mjs'),
    `import * as documents from 'youju/documents'\nconsole.log(Object.keys(documents).length > 0)`,
  )
  expectIn(
    run('node', [pathToFileURL(join(office, 'import.mjs')).pathname], office),
    'true',
    "import 'youju/documents'",
  )
  console.log(`${tarball} installs into an empty folder and runs there: 3 checks passed`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
