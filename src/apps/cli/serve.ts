import type { Command } from 'commander'
import type { FastifyInstance } from 'fastify'
import { demoAccounts, loadDemo } from '../demo/index.ts'
import { type OpenDatabase, openDatabase } from '../server/open-database.ts'
import { findOffice, type OfficeRow, openAccountsFor, openOffice } from '../server/open-office.ts'
import { refuseTakenPort, serve } from '../server/serve.ts'
import { readSettings, type Settings } from '../server/settings.ts'

interface Options {
  demo?: boolean
  residents?: string
}

const say = (text: string) => process.stdout.write(`${text}\n`)

/** Makes the demo office at the first start. */
const createDemo = async (
  settings: Settings,
  database: OpenDatabase,
  residents: number,
): Promise<OfficeRow> => {
  say(`第一次启动：正在建立演示街道（约 ${residents} 位虚构居民）…`)
  const accounts = await openAccountsFor(settings, database)
  try {
    await loadDemo({ database, residents, createAccount: accounts.create })
  } finally {
    await accounts.close()
  }
  return (await findOffice(database))!
}

const readOffice = async (
  settings: Settings,
  database: OpenDatabase,
  options: Options,
): Promise<OfficeRow> => {
  const office = await findOffice(database)
  if (office) return office
  if (options.demo) return createDemo(settings, database, Number(options.residents ?? 30_000))
  throw new Error(
    '这里还没有建立单位。试用请运行 youju serve --demo；正式使用请先运行 youju setup --district 区县代码 --name 名称。',
  )
}

const greet = (address: string, office: OfficeRow) => {
  say('')
  say(`有据 Youju 已启动：${address}`)
  if (office.demo) {
    say(`演示账号（密码都是 ${demoAccounts[0]!.password}）：`)
    for (const { username, title } of demoAccounts) say(`  ${username.padEnd(10)} ${title}`)
  }
  say('按 Ctrl-C 停止。数据保存在数据文件夹里，下次启动还在。')
}

const offerDemoAccounts = (app: FastifyInstance) =>
  app.get('/api/demo-accounts', { schema: { hide: true } }, async () => ({ accounts: demoAccounts }))

/** Waits for Ctrl-C or a stop signal; a second one ends at once. */
const stopped = () =>
  new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        process.once(signal, () => process.exit(130))
        done()
      })
  })

const run = async (options: Options) => {
  const settings = readSettings(process.env)
  await refuseTakenPort(settings)
  // From here on a stop waits until PostgreSQL can be stopped too.
  const stop = stopped()
  const database = await openDatabase(settings)
  try {
    if (database.shared)
      throw new Error(
        `数据文件夹 ${settings.data} 正被另一个有据进程使用。请先停止它，或用 YOUJU_DATA 换一个文件夹。`,
      )
    const row = await readOffice(settings, database, options)
    const office = await openOffice(settings, database, row)
    try {
      const server = await serve(
        settings,
        office,
        database.ownerUrl,
        row.demo ? offerDemoAccounts : undefined,
      )
      greet(server.address, row)
      await stop
      say('\n正在停止…')
      await server.close()
    } finally {
      await office.close()
    }
  } finally {
    await database.close()
  }
}

/** `youju serve`: the page, the API and the jobs, until Ctrl-C. */
export const serveCommand = (program: Command): void => {
  program
    .command('serve')
    .description('启动有据：网页、接口和后台任务')
    .option('--demo', '第一次启动时建立演示街道')
    .option('--residents <人数>', '演示街道的居民人数', '30000')
    .addHelpText(
      'after',
      `
环境变量：
  PORT           端口，默认 8080
  HOST           监听地址，默认 127.0.0.1
  YOUJU_DATA     数据文件夹，默认 ./data
  DATABASE_URL   使用自己的 PostgreSQL（15 以上），不用内置的
  YOUJU_ORIGINS  经代理访问时的网址，如 https://youju.example.gov.cn
  YOUJU_KEYS     密钥文件，默认在数据文件夹里
  YOUJU_OIDC_ISSUER、YOUJU_OIDC_CLIENT_ID、YOUJU_OIDC_CLIENT_SECRET
                 单位的统一身份认证（OpenID Connect），登录页多一个按钮
  YOUJU_OIDC_TITLE、YOUJU_OIDC_CLAIM
                 按钮上的名称；与用户名相同的那一项，默认 preferred_username`,
    )
    .action(run)
}
