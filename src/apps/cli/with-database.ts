import { type OpenDatabase, openDatabase } from '../server/open-database.ts'
import { findOffice, type OfficeRow } from '../server/open-office.ts'
import { readSettings, type Settings } from '../server/settings.ts'

/** Opens the database for one command and closes it again, whatever happens. */
export const withDatabase = async <Result>(
  run: (database: OpenDatabase, settings: Settings) => Promise<Result>,
): Promise<Result> => {
  const settings = readSettings(process.env)
  const database = await openDatabase(settings)
  try {
    return await run(database, settings)
  } finally {
    await database.close()
  }
}

/** The office, or a sentence that says how to get one. */
export const getOffice = async (database: OpenDatabase): Promise<OfficeRow> => {
  const office = await findOffice(database)
  if (!office) throw new Error('这里还没有建立单位，请先运行 youju setup --district 区县代码 --name 名称。')
  return office
}
