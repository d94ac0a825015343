import type { Command } from 'commander'
import { demoAccounts, loadDemo } from '../demo/index.ts'
import { openAccountsFor } from '../server/open-office.ts'
import { withDatabase } from './with-database.ts'

const readResidents = (text: string): number => {
  const residents = Number(text)
  if (!Number.isInteger(residents) || residents < 100 || residents > 5_000_000)
    throw new Error(`居民人数应为 100 至 5000000 之间的整数，现在是「${text}」。`)
  return residents
}

/** A line that is written over, where a person watches. */
const showProgress = ({ done, total }: { done: number; total: number }) => {
  if (!process.stderr.isTTY) return
  const percent = Math.floor((done / total) * 100)
  process.stderr.write(
    `\r已生成 ${done} / ${total} 人（${percent}%）${done === total ? ',正在建立索引…\n' : ''}`,
  )
}

const run = ({ residents, format }: { residents: string; format: string }) =>
  withDatabase(async (database, settings) => {
    const wanted = readResidents(residents)
    const accounts = await openAccountsFor(settings, database)
    const began = performance.now()
    try {
      const loaded = await loadDemo({
        database,
        residents: wanted,
        createAccount: accounts.create,
        onProgress: showProgress,
      })
      const seconds = Number(((performance.now() - began) / 1000).toFixed(1))
      if (format === 'json')
        process.stdout.write(`${JSON.stringify({ ...loaded, seconds, accounts: demoAccounts })}\n`)
      else {
        process.stdout.write(
          `演示数据已建立：${loaded.residents} 位虚构居民，${loaded.households} 户，含两年变动共 ${loaded.versions} 条记录，用时 ${seconds} 秒。\n演示账号（密码都是 ${demoAccounts[0]!.password}）：\n`,
        )
        for (const { username, title } of demoAccounts)
          process.stdout.write(`  ${username.padEnd(10)} ${title}\n`)
        process.stdout.write('接下来：youju serve 启动。\n')
      }
    } finally {
      await accounts.close()
    }
  })

/** `youju demo`: fills an empty database with a made-up office of any size. */
export const demoCommand = (program: Command): void => {
  program
    .command('demo')
    .description('在空的数据库里建立演示数据：虚构的街道、居民、台账和两年的变动')
    .option('--residents <人数>', '居民人数', '30000')
    .option('--format <格式>', 'text 或 json', 'text')
    .action(run)
}
