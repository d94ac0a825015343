import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { checkDependencies } from './check-dependencies.ts'
import { dependencyRules } from './dependency-rules.ts'

type Tree = Record<string, string>

const installed = ['zod', 'kysely', 'pg', 'fastify', 'react', 'vitest', 'undeclared']
const manifest = {
  dependencies: { zod: '*', kysely: '*', pg: '*', fastify: '*' },
  devDependencies: { react: '*', vitest: '*' },
}

/** A small product in order: every layer, two modules, their front doors, storage and pages. */
const clean: Tree = {
  'src/core/record.ts': `import { z } from 'zod'\nexport const record = z`,
  'src/documents/index.ts': `export { record } from '../core/record.ts'`,
  'src/platform/contract/route.ts': `import type { record } from '../../core/record.ts'\nexport type Route = typeof record`,
  'src/platform/server/database/connect.ts': `import { Kysely } from 'kysely'\nimport pg from 'pg'\nexport const connect = () => new Kysely(pg)`,
  'src/platform/server/file.ts': `import { readFile } from 'node:fs/promises'\nexport const file = () => { using handle = readFile('x'); return import('./database/connect.ts') }`,
  'src/platform/web/page.tsx': `import { memo } from 'react'\nexport const page = memo`,
  'src/modules/registry/definition.ts': `export { record as person } from '../../core/record.ts'`,
  'src/modules/registry/index.ts': `export { person } from './definition.ts'`,
  'src/modules/registry/storage/person.ts': `import { sql } from 'kysely'\nimport { person } from '../definition.ts'\nexport const find = [sql, person]`,
  'src/modules/registry/server.ts': `import type { Kysely } from 'kysely'\nexport { find } from './storage/person.ts'\nexport type Database = Kysely`,
  'src/modules/registry/web/index.tsx': `import { page } from '../../../platform/web/page.tsx'\nimport { person } from '../definition.ts'\nexport const door = [page, person]`,
  'src/modules/ledgers/index.ts': `export { person } from '../registry/index.ts'`,
  'src/modules/ledgers/actions/addEntry.ts': `import { find } from '../../registry/server.ts'\nimport { file } from '../../../platform/server/file.ts'\nexport const addEntry = [find, file]`,
  'src/apps/server/main.ts': `import '../../modules/ledgers/index.ts'\nimport '../../modules/registry/server.ts'\nimport '../../modules/ledgers/server.ts'`,
  'src/modules/ledgers/server.ts': `export { addEntry } from './actions/addEntry.ts'`,
  'src/apps/web/main.tsx': `import '../../modules/registry/web/index.tsx'`,
  'src/core/record.test.ts': `import { test } from 'vitest'\nimport { readFile } from 'node:fs'`,
}

const trees: string[] = []
afterEach(() =>
  trees.splice(0).forEach((tree) => {
    rmSync(tree, { recursive: true })
  }),
)

async function rulesBrokenBy(seed: Tree): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'dependency-rules-'))
  trees.push(root)
  const packages = installed.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
    [`node_modules/${name}/index.js`, ''],
  ])
  const files: Tree = {
    'package.json': JSON.stringify(manifest),
    ...Object.fromEntries(packages),
    ...clean,
    ...seed,
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const { violations } = await checkDependencies(root)
  return [...new Set(violations.map(({ rule }) => rule))]
}

/** A rule's name, and changes to the clean tree which only break that rule and those named after it. */
const seeds: [rule: string, seed: Tree, alsoBroken?: string[]][] = [
  [
    'no-cycle',
    {
      'src/core/one.ts': `import type { Two } from './two.ts'\nexport type One = Two`,
      'src/core/two.ts': `import type { One } from './one.ts'\nexport type Two = One`,
    },
  ],
  [
    'no-folder-cycle',
    {
      'src/core/area/one.ts': `import '../time/two.ts'`,
      'src/core/area/other.ts': `export const other = 1`,
      'src/core/time/two.ts': `export const two = 2`,
      'src/core/time/three.ts': `import '../area/other.ts'`,
    },
  ],
  [
    'core-knows-nothing-above',
    { 'src/core/x.ts': `import '../platform/contract/route.ts'` },
    ['no-folder-cycle'],
  ],
  ['documents-know-core-only', { 'src/documents/x.ts': `import '../platform/contract/route.ts'` }],
  ['platform-knows-no-module', { 'src/platform/server/x.ts': `import '../../modules/registry/index.ts'` }],
  [
    'modules-know-no-app',
    {
      'src/modules/ledgers/x.ts': `import '../../apps/server/x.ts'`,
      'src/apps/server/x.ts': 'export const x = 1',
    },
    ['no-folder-cycle'],
  ],
  [
    'product-knows-no-tool',
    { 'src/core/x.ts': `import '../../scripts/y.ts'`, 'scripts/y.ts': 'export const y = 1' },
  ],
  [
    'testing-is-for-tests',
    {
      'src/core/x.ts': `import './testing/sample.ts'`,
      'src/core/testing/sample.ts': 'export const sample = 1',
    },
  ],
  ['module-has-a-place', { 'src/modules/weather/index.ts': `import '../registry/index.ts'` }],
  [
    'module-knows-lower-ones/1',
    {
      'src/modules/messages/x.ts': `import '../reports/index.ts'`,
      'src/modules/reports/index.ts': '',
    },
  ],
  [
    'module-knows-lower-ones/2',
    { 'src/modules/registry/x.ts': `import '../ledgers/index.ts'` },
    ['no-folder-cycle'],
  ],
  [
    'module-knows-lower-ones/3',
    { 'src/modules/areas/x.ts': `import '../reports/index.ts'`, 'src/modules/reports/index.ts': '' },
  ],
  [
    'module-knows-lower-ones/4',
    { 'src/modules/ledgers/x.ts': `import '../reports/index.ts'`, 'src/modules/reports/index.ts': '' },
  ],
  [
    'module-knows-lower-ones/5',
    { 'src/modules/matters/x.ts': `import '../tasks/index.ts'`, 'src/modules/tasks/index.ts': '' },
  ],
  [
    'module-knows-lower-ones/6',
    { 'src/modules/disputes/x.ts': `import '../reports/index.ts'`, 'src/modules/reports/index.ts': '' },
  ],
  [
    'module-knows-lower-ones/7',
    { 'src/modules/assessment/x.ts': `import '../reports/index.ts'`, 'src/modules/reports/index.ts': '' },
  ],
  [
    'module-knows-lower-ones/8',
    { 'src/modules/forms/x.ts': `import '../reports/index.ts'`, 'src/modules/reports/index.ts': '' },
  ],
  ['module-by-its-front-door', { 'src/modules/ledgers/x.ts': `import '../registry/definition.ts'` }],
  ['app-by-the-front-door', { 'src/apps/server/x.ts': `import '../../modules/registry/storage/person.ts'` }],
  [
    'pure-reaches-no-server',
    {
      'src/modules/ledgers/contract.ts': `import type { Step } from './step.ts'\nexport type { Step }`,
      'src/modules/ledgers/step.ts': `import type { addEntry } from './actions/addEntry.ts'\nexport type Step = typeof addEntry`,
    },
  ],
  [
    'web-reaches-no-server',
    {
      'src/modules/registry/web/x.ts': `import { type find } from '../server.ts'\nexport type X = typeof find`,
    },
  ],
  [
    'web-stays-in-web',
    { 'src/modules/registry/server.ts': `import './web/index.tsx'\nimport './storage/person.ts'` },
  ],
  ['no-node-in-the-browser', { 'src/core/x.ts': `import { join } from 'node:path'\nexport { join }` }],
  ['no-node-in-the-browser', { 'src/modules/registry/web/x.ts': `import fs from 'fs'\nexport { fs }` }],
  [
    'no-server-library-in-the-browser',
    { 'src/platform/contract/x.ts': `import type { A } from 'fastify'\nexport type { A }` },
  ],
  [
    'react-in-web-only',
    { 'src/documents/x.ts': `import type { A } from 'react'\nexport type { A }` },
    ['no-development-library'],
  ],
  ['sql-in-storage', { 'src/modules/ledgers/actions/x.ts': `import { sql } from 'kysely'\nexport { sql }` }],
  ['sql-in-storage', { 'src/apps/cli/x.ts': `const { sql } = await import('kysely')\nexport { sql }` }],
  [
    'postgres-behind-the-platform',
    { 'src/modules/ledgers/storage/x.ts': `import pg from 'pg'\nexport { pg }` },
  ],
  ['no-development-library', { 'src/apps/server/x.ts': `import 'vitest'` }],
  ['library-is-declared', { 'src/core/x.ts': `import 'undeclared'` }],
  ['import-resolves', { 'src/core/x.ts': `import './nowhere.ts'` }],
  ['no-orphan', { 'src/core/x.ts': `export const x = 1` }],
]

describe('dependency rules', () => {
  test('a product in order breaks none', async () => {
    expect(await rulesBrokenBy({})).toEqual([])
  })

  test.for(seeds)('%s fires', async ([rule, seed, alsoBroken = []]) => {
    expect((await rulesBrokenBy(seed)).sort()).toEqual([rule, ...alsoBroken].sort())
  })

  test('every rule is seeded', () => {
    const seeded = new Set(seeds.map(([rule]) => rule))
    expect(dependencyRules.map(({ name }) => name).filter((name) => !seeded.has(name))).toEqual([])
  })
})
