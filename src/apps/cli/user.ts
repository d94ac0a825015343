import type { Command } from 'commander'
import { roles } from '../../platform/contract/right.ts'
import { repositoryFor } from '../../platform/server/office.ts'
import { loadAreaTree } from '../../platform/server/permission/area-tree.ts'
import { systemActor } from '../../platform/server/permission/system-actor.ts'
import { catalogue } from '../catalogue.ts'
import { createStaff, readRole } from '../server/create-staff.ts'
import { openAccountsFor } from '../server/open-office.ts'
import { getOffice, withDatabase } from './with-database.ts'

interface Options {
  name: string
  role: string
  area: string
}

const add = (username: string, options: Options) =>
  withDatabase(async (database, settings) => {
    const office = await getOffice(database)
    const { connection, cipher } = database
    const areas = await loadAreaTree(connection.db, office.district)
    const area = areas.find(options.area)
    if (!area) throw new Error(`没有区域「${options.area}」。请先用 youju areas 导入，再用它的代码。`)
    const role = readRole(options.role)
    const accounts = await openAccountsFor(settings, database)
    try {
      const repository = repositoryFor(
        { ...office, connection, catalogue, cipher, areas },
        systemActor(office.district),
      )
      const password = await createStaff(repository, accounts, {
        username,
        name: options.name,
        role,
        area: area.path,
      })
      process.stdout.write(
        `已添加 ${options.name}（${roles[role].title}，${area.name}）。用户名 ${username}，初始密码 ${password}\n密码只显示这一次，首次登录必须修改。\n`,
      )
    } catch (error) {
      if (/taken|unique|exist/i.test((error as Error).message))
        throw new Error(`用户名「${username}」已有人用，请换一个。`)
      throw error
    } finally {
      await accounts.close()
    }
  })

/** `youju user add`: an account with a post. */
export const userCommand = (program: Command): void => {
  const user = program.command('user').description('人员和账号')
  user
    .command('add <用户名>')
    .description('添加人员：账号、岗位、负责区域')
    .requiredOption('--name <姓名>', '姓名')
    .requiredOption(
      '--role <岗位>',
      Object.entries(roles)
        .map(([role, { title }]) => `${role}(${title})`)
        .join('、'),
    )
    .requiredOption('--area <区域代码>', '负责的区域')
    .action(add)
}
