import { sql } from 'kysely'
import { Problem } from '../../../platform/contract/problem.ts'
import type { FileStore } from '../../../platform/server/files/file-store.ts'
import { residentActor } from '../../../platform/server/permission/resident-actor.ts'
import type { ReadPhoto } from '../../../platform/server/photos/read-photo.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { PhotoView } from '../contract-photos.ts'

/** Days that a photo waits for its step. */
const waitingDays = 2

/** Whose the files are: nobody's who signs in, so that a photo is reached through its matter alone. */
const keeper = (repository: Repository): Repository => ({
  ...repository,
  actor: residentActor(repository.district),
})

export interface StoredPhoto extends PhotoView {
  readonly matter: string | null
  readonly seq: number | null
  readonly takenBy: string
  readonly file: string
  readonly thumbnail: string
}

const columns = sql`id, matter, seq, public, file, thumbnail, width, height, taken_by as "takenBy"`

/** Takes a photo in, to wait for the step that it belongs to; forgets those that waited in vain. */
export const putPhoto = async (
  repository: Repository,
  files: FileStore,
  id: string,
  photo: ReadPhoto,
): Promise<PhotoView> => {
  const { db, district, actor } = repository
  await sql`delete from matter_photo where district = ${district} and matter is null
    and taken_at < now() - make_interval(days => ${waitingDays})`.execute(db)
  const put = async (name: string, bytes: Uint8Array) =>
    (
      await files.put(keeper(repository), {
        name,
        bytes,
        type: 'image/jpeg',
        purpose: 'photo',
        keptDays: waitingDays,
      })
    ).id
  const file = await put('photo.jpg', photo.bytes)
  const thumbnail = await put('thumbnail.jpg', photo.thumbnail)
  const { width, height } = photo
  await sql`insert into matter_photo (district, id, file, thumbnail, width, height, taken_by)
    values (${district}, ${id}, ${file}, ${thumbnail}, ${width}, ${height}, ${actor.id})
    on conflict (district, id) do nothing`.execute(db)
  return { id, width, height, public: false }
}

export const findPhoto = async (
  { db, district }: Repository,
  id: string,
): Promise<StoredPhoto | undefined> => {
  const { rows } = await sql<StoredPhoto>`
    select ${columns} from matter_photo where district = ${district} and id = ${id}`.execute(db)
  return rows[0]
}

/** A matter's photos, in the order of its steps; those that the resident may see where asked for. */
export const listPhotos = async (
  { db, district }: Repository,
  matter: string,
  shown: 'all' | 'public' = 'all',
): Promise<StoredPhoto[]> => {
  const { rows } = await sql<StoredPhoto>`
    select ${columns} from matter_photo where district = ${district} and matter = ${matter}
      and ${shown === 'all' ? sql`true` : sql`public`} order by seq, taken_at, id`.execute(db)
  return rows
}

/** The bytes of a stored photo, or of its thumbnail. */
export const readPhotoFile = async (repository: Repository, files: FileStore, file: string) =>
  (await files.get(keeper(repository), file)).bytes

/**
 * Gives photos that the actor took in to a step. Throws `field.invalid` where one is not there any more, or belongs
 * to a step already.
 */
export const attachPhotos = async (
  repository: Repository,
  files: FileStore,
  step: { matter: string; seq: number; photos: readonly string[]; public: boolean },
): Promise<void> => {
  if (step.photos.length === 0) return
  const { db, district, actor } = repository
  const { rows } = await sql<{ file: string; thumbnail: string }>`
    update matter_photo set matter = ${step.matter}, seq = ${step.seq}, public = ${step.public}
    where district = ${district} and id = any(${step.photos}::uuid[]) and matter is null
      and taken_by = ${actor.id} returning file, thumbnail`.execute(db)
  if (rows.length !== new Set(step.photos).size)
    throw new Problem('field.invalid', '有的照片已经清理或用过了，请重新添加照片。', {
      places: [{ field: 'photos', message: '请重新添加照片' }],
    })
  await files.keep(
    repository,
    rows.flatMap(({ file, thumbnail }) => [file, thumbnail]),
  )
}
