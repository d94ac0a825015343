import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Cipher, makeCipher } from '../../platform/server/cipher/cipher.ts'
import { followKeyRing } from '../../platform/server/cipher/key-ring.ts'
import { type Connection, connect } from '../../platform/server/database/connect.ts'
import { startEmbedded } from '../../platform/server/database/embedded.ts'
import { migrate } from '../../platform/server/database/migrate.ts'
import type { Settings } from './settings.ts'

/** The database of a house, migrated, with the keys to its sealed values. */
export interface OpenDatabase {
  /** Connects as the owner of the tables, who migrates and makes jobs' schema. */
  readonly ownerUrl: string
  readonly connection: Connection
  readonly cipher: Cipher
  /** Another process of ours runs on this data folder at the moment. */
  readonly shared: boolean
  close(): Promise<void>
}

/** Makes a folder and those above it. Node's own `recursive` never ends where none can be made, as below /proc. */
const makeFolder = async (path: string): Promise<void> => {
  if (await stat(path).catch(() => undefined)) return
  await makeFolder(dirname(path))
  await mkdir(path)
}

const prepareFolder = async (folder: string): Promise<void> => {
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK)
  } catch (error) {
    throw new Error(
      `数据文件夹 ${folder} 不能写入（${(error as NodeJS.ErrnoException).code}）。请换一个文件夹：YOUJU_DATA=/路径 npm start，或改好它的权限。`,
    )
  }
}

/** Starts or reaches PostgreSQL, migrates it and opens the keys. */
export const openDatabase = async (settings: Settings): Promise<OpenDatabase> => {
  await prepareFolder(settings.data)
  const embedded = settings.databaseUrl ? undefined : await startEmbedded(settings.data)
  const ownerUrl = settings.databaseUrl ?? embedded!.url
  try {
    await migrate(ownerUrl)
    const cipher = makeCipher(await followKeyRing(settings.keyFile, settings.algorithm))
    const connection = connect(ownerUrl)
    return {
      ownerUrl,
      connection,
      cipher,
      shared: embedded?.shared ?? false,
      async close() {
        await connection.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** Where uploaded and made files lie. */
export const filesFolder = (settings: Settings): string => join(settings.data, 'files')
