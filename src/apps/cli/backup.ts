import { resolve } from 'node:path'
import type { Command } from 'commander'
import { backUp, restore } from '../../platform/server/database/backup.ts'
import { filesFolder } from '../server/open-database.ts'
import { withDatabase } from './with-database.ts'

const runBackup = (folder: string) =>
  withDatabase(async (database, settings) => {
    const { tables } = await backUp(database.ownerUrl, filesFolder(settings), resolve(folder))
    process.stdout.write(
      `已备份 ${tables.length} 张表和全部文件到 ${resolve(folder)}。\n密钥不在备份里，请另外保管：${settings.keyFile}\n`,
    )
  })

const runRestore = (folder: string) =>
  withDatabase(async (database, settings) => {
    const { made } = await restore(database.ownerUrl, filesFolder(settings), resolve(folder))
    process.stdout.write(
      `已恢复 ${made} 的备份。请确认密钥文件 ${settings.keyFile} 是当时的那一份，再运行 youju verify 和 youju serve。\n`,
    )
  })

/** `youju backup FOLDER`: while the house runs, too. */
export const backupCommand = (program: Command): void => {
  program
    .command('backup <文件夹>')
    .description('备份数据库和文件到一个新文件夹（运行中也可以）')
    .action(runBackup)
}

/** `youju restore FOLDER`: into an empty house. */
export const restoreCommand = (program: Command): void => {
  program.command('restore <文件夹>').description('把备份恢复到一个空的数据文件夹').action(runRestore)
}
