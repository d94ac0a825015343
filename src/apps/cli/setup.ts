import type { Command } from 'commander'
import { repositoryFor } from '../../platform/server/office.ts'
import { loadAreaTree } from '../../platform/server/permission/area-tree.ts'
import { systemActor } from '../../platform/server/permission/system-actor.ts'
import { catalogue } from '../catalogue.ts'
import { createStaff } from '../server/create-staff.ts'
import { findOffice, openAccountsFor } from '../server/open-office.ts'
import { withDatabase } from './with-database.ts'

interface Options {
  district: string
  name: string
  admin: string
}

const run = ({ district, name, admin }: Options) =>
  withDatabase(async (database, settings) => {
    if (!/^\d{6}$/.test(district)) throw new Error(`区县代码应为 6 位数字，现在是「${district}」。`)
    const standing = await findOffice(database)
    if (standing) throw new Error(`这里已经建立了「${standing.name}」，不能再建。`)
    const { connection, cipher } = database
    const zone = 'Asia/Shanghai'
    await connection.db.insertInto('office').values({ district, name, zone, demo: false }).execute()
    await connection.db
      .insertInto('area')
      .values({
        district,
        path: district,
        name,
        level: 'county',
        parent: null,
        valid_from: new Date().toISOString().slice(0, 10),
      })
      .execute()
    const areas = await loadAreaTree(connection.db, district)
    const accounts = await openAccountsFor(settings, database)
    try {
      const repository = repositoryFor(
        { district, zone, connection, catalogue, cipher, areas },
        systemActor(district),
      )
      const password = await createStaff(repository, accounts, {
        username: admin,
        name: '系统管理员',
        role: 'administrator',
        area: district,
      })
      process.stdout.write(
        `已建立「${name}」（${district}）。\n管理员用户名 ${admin}，初始密码 ${password}\n密码只显示这一次，首次登录必须修改。接下来：youju areas 导入区划和网格，youju user add 添加人员，youju serve 启动。\n`,
      )
    } finally {
      await accounts.close()
    }
  })

/** `youju setup`: makes the office and its administrator, with a password shown once. */
export const setupCommand = (program: Command): void => {
  program
    .command('setup')
    .description('建立单位和管理员（正式使用的第一步）')
    .requiredOption('--district <代码>', '6 位区县代码')
    .requiredOption('--name <名称>', '区县名称')
    .option('--admin <用户名>', '管理员用户名', 'admin')
    .action(run)
}
