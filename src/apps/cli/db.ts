import type { Command } from 'commander'
import { distribute, readPlan } from '../../platform/server/database/distribute.ts'
import { withDatabase } from './with-database.ts'

const run = ({ plan }: { plan?: boolean }) =>
  withDatabase(async ({ ownerUrl }) => {
    if (!plan) {
      const done = await distribute(ownerUrl)
      const count = (kind: string) => done.filter((each) => each.kind === kind).length
      process.stdout.write(
        `已按区县分布 ${count('distributed')} 张表，${count('reference')} 张在每台机器上各有一份。\n`,
      )
      return
    }
    for (const { statement } of await readPlan(ownerUrl)) process.stdout.write(`${statement};\n`)
  })

/** `youju db distribute`: past one machine, on Citus. */
export const dbCommand = (program: Command): void => {
  const db = program.command('db').description('数据库')
  db.command('distribute')
    .description('在 Citus 上把表按区县分布到多台机器')
    .option('--plan', '只列出要执行的语句')
    .action(run)
}
