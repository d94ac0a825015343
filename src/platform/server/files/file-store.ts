import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { Problem } from '../../contract/problem.ts'
import { newId } from '../new-id.ts'
import type { Repository } from '../repository/repository.ts'

export interface StoredFile {
  readonly id: string
  readonly owner: string
  readonly name: string
  readonly type: string
  readonly size: number
}

/** Files that people brought or the house made; each belongs to one person, and only they can fetch it. */
export interface FileStore {
  put(
    repository: Repository,
    file: { name: string; type: string; bytes: Uint8Array; purpose?: string },
  ): Promise<StoredFile>
  /** As `put`, of a file that comes in pieces, in little memory. Where they fail, there is no file. */
  putPieces(
    repository: Repository,
    file: { name: string; type: string; pieces: AsyncIterable<Uint8Array>; purpose?: string },
  ): Promise<StoredFile>
  /** Throws `file.not_found` for a file of somebody else, as for none. */
  get(repository: Repository, id: string): Promise<StoredFile & { bytes: Uint8Array }>
}

const columns = ['id', 'owner', 'name', 'type', 'size', 'key'] as const

/** Keeps files in a folder through FlyDrive, so that an object store can take its place. */
export const openFileStore = (folder: string): FileStore => {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  const store: FileStore = {
    put: (repository, { bytes, ...file }) =>
      store.putPieces(repository, { ...file, pieces: Readable.from([bytes]) }),
    async putPieces(repository, { name, type, pieces, purpose }) {
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
      const file = { id, owner: repository.actor.id, name: name.slice(-200), type, size }
      await repository.db
        .insertInto('stored_file')
        .values({
          district: repository.district,
          ...file,
          key,
          sha256: hash.digest('hex'),
          purpose: purpose ?? '',
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
        .executeTakeFirst()
      if (!found) throw new Problem('file.not_found', '没有找到这个文件，它可能已被清理，请重新上传或导出。')
      const { key, ...file } = found
      return { ...(file as StoredFile), bytes: await disk.getBytes(key as string) }
    },
  }
  return store
}
