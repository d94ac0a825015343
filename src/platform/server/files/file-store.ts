import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { sql } from 'kysely'
import { Problem } from '../../contract/problem.ts'
import type { Database } from '../database/connect.ts'
import { newId } from '../new-id.ts'
import type { Repository } from '../repository/repository.ts'

export interface StoredFile {
  readonly id: string
  readonly owner: string
  readonly name: string
  readonly type: string
  readonly size: number
}

/** What a file is kept for, and for how many days; until somebody erases it where absent. */
interface Keeping {
  readonly purpose?: string
  readonly keptDays?: number
}

/** Files that people brought or the house made; each belongs to one person, and only they can fetch it. */
export interface FileStore {
  put(
    repository: Repository,
    file: { name: string; type: string; bytes: Uint8Array } & Keeping,
  ): Promise<StoredFile>
  /** As `put`, of a file that comes in pieces, in little memory. Where they fail, there is no file. */
  putPieces(
    repository: Repository,
    file: { name: string; type: string; pieces: AsyncIterable<Uint8Array> } & Keeping,
  ): Promise<StoredFile>
  /** Throws `file.not_found` for a file of somebody else, as for none and for one whose time is over. */
  get(repository: Repository, id: string): Promise<StoredFile & { bytes: Uint8Array }>
  /** Keeps files for good that were put for some days only. */
  keep(repository: Repository, ids: readonly string[]): Promise<void>
  /** Erases the files whose time is over; answers how many. */
  clearExpired(db: Database, district: string): Promise<number>
}

const dayLength = 86_400_000
const standing = sql<boolean>`(expires_at is null or expires_at > now())`

/** As people see it: signs that do not show could make `exe.xlsx` of `xslx.exe`. */
const shownName = (name: string): string => [...name.replace(/[\p{Cc}\p{Cf}]/gu, '')].slice(-200).join('')

const columns = ['id', 'owner', 'name', 'type', 'size', 'key'] as const

/** Keeps files in a folder through FlyDrive, so that an object store can take its place. */
export const openFileStore = (folder: string): FileStore => {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  const store: FileStore = {
    put: (repository, { bytes, ...file }) =>
      store.putPieces(repository, { ...file, pieces: Readable.from([bytes]) }),
    async putPieces(repository, { name, type, pieces, purpose, keptDays }) {
      const id = newId()
      const key = `${id.slice(0, 8)}/${id}`
      const hash = createHash('sha256')
      let size = 0
      async function* counted() {
        for await (const piece of pieces) {
          hash.update(piece)
          size += piece.byteLength
          yield piece
        }
      }
      await disk.putStream(key, Readable.from(counted())).catch(async (error: Error) => {
        await disk.delete(key).catch(() => undefined)
        // The store wraps what it was that failed.
        throw error.cause ?? error
      })
      const file = { id, owner: repository.actor.id, name: shownName(name), type, size }
      await repository.db
        .insertInto('stored_file')
        .values({
          district: repository.district,
          ...file,
          key,
          sha256: hash.digest('hex'),
          purpose: purpose ?? '',
          expires_at: keptDays === undefined ? null : new Date(Date.now() + keptDays * dayLength),
        })
        .execute()
      return file
    },
    async get(repository, id) {
      const found = await repository.db
        .selectFrom('stored_file')
        .select(columns)
        .where('district', '=', repository.district)
        .where('id', '=', id)
        .where('owner', '=', repository.actor.id)
        .where(standing)
        .executeTakeFirst()
      if (!found) throw new Problem('file.not_found', '没有找到这个文件，它可能已被清理，请重新上传或导出。')
      const { key, ...file } = found
      return { ...(file as StoredFile), bytes: await disk.getBytes(key as string) }
    },
    async keep({ db, district }, ids) {
      await sql`update stored_file set expires_at = null
        where district = ${district} and id = any(${ids}::uuid[])`.execute(db)
    },
    async clearExpired(db, district) {
      const { rows } = await sql<{ id: string; key: string }>`
        select id, key from stored_file where district = ${district} and expires_at <= now() limit 1000`.execute(
        db,
      )
      // The bytes first: what is gone from the table would never be found again.
      for (const { id, key } of rows) {
        await disk.delete(key)
        await sql`delete from stored_file where district = ${district} and id = ${id}`.execute(db)
      }
      return rows.length
    },
  }
  return store
}
