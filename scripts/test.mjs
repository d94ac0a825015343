// `npm test`: every check of this repository, from nothing installed. `node scripts/test.mjs --only unit` runs one step.
import { build } from './build.mjs'
import { install, root, runTool, seconds } from './toolchain.mjs'

const tsc = 'node_modules/typescript/bin/tsc'
const vitest = 'node_modules/vitest/vitest.mjs'
// Biome colours a log file on a CI machine too.
const plain = process.stdout.isTTY ? [] : ['--colors=off']
const rest = process.argv.slice(2)
const only = rest[0] === '--only' ? rest.splice(0, 2)[1] : undefined

const steps = [
  [
    'types',
    '类型 types',
    () =>
      ['pure', '', 'web'].every((name) =>
        runTool(tsc, '-p', name ? `tsconfig.${name}.json` : 'tsconfig.json'),
      ),
  ],
  [
    'lint',
    '写法 lint',
    () =>
      runTool(
        'node_modules/@biomejs/biome/bin/biome',
        'ci',
        '--error-on-warnings',
        '--diagnostic-level=warn',
        ...plain,
      ),
  ],
  ['dependencies', '依赖方向 dependency rules', () => runTool('scripts/check-dependencies.ts')],
  ['unused', '无用代码 unused code', () => runTool('node_modules/knip/bin/knip.js')],
  ['unit', '单元、数据库与接口 unit, database and API', () => runTool(vitest, 'run', ...rest)],
  ['build', '构建 build', build],
  ['pack', '打包 package', () => runTool('scripts/pack-test.mjs')],
  ['e2e', '浏览器 end to end', () => runTool(vitest, 'run', '--config', 'e2e/vitest.config.ts', ...rest)],
]
const needsBuild = new Set(['pack', 'e2e'])

const chosen = steps.filter(([name]) => !only || name === only)
if (chosen.length === 0) {
  console.error(`No step "${only}". Steps: ${steps.map(([name]) => name).join(', ')}`)
  process.exit(2)
}

process.chdir(root)
install()
const started = Date.now()
const failed = []
for (const [name, title, run] of chosen) {
  console.log(`\n── ${title} ──`)
  const stepStarted = Date.now()
  if (only && needsBuild.has(name)) build()
  // A later step runs all the same, so that one run tells all that is wrong.
  if (run() === false) {
    failed.push(name)
    console.error(
      `\n✗ ${title} 未通过，用时 ${seconds(stepStarted)} 秒。Again alone: node scripts/test.mjs --only ${name}`,
    )
  } else console.log(`✓ ${title} (${seconds(stepStarted)} s)`)
}
if (failed.length) {
  console.error(`\n✗ 未通过 failed: ${failed.join(', ')} (${seconds(started)} s)`)
  process.exit(1)
}
console.log(
  `\n✓ 全部通过，用时 ${seconds(started)} 秒。 All ${chosen.length} steps passed in ${seconds(started)} s.`,
)
