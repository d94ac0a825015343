import { Problem } from '../../../platform/contract/problem.ts'
import type { Download, Upload } from '../../../platform/server/http/module.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { mostPhotoBytes, readPhoto } from '../../../platform/server/photos/read-photo.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { photoAddress, photoUploadPath, thumbnailAddress } from '../contract-photos.ts'
import { findBodies } from '../storage/bodies.ts'
import { getMatter } from '../storage/matter.ts'
import { findPhoto, putPhoto, readPhotoFile, type StoredPhoto } from '../storage/photos.ts'

/** Takes a photo in, written anew without its place, for a step that follows. */
export const photoUpload: Upload = {
  path: photoUploadPath,
  title: '添加照片',
  right: 'matter.write',
  most: mostPhotoBytes,
  run: async (repository, bytes, office) =>
    putPhoto(repository, office.files, newId(), await readPhoto(bytes)),
}

/** The photo, for who may see its matter; one that waits for its step, for who took it in. Throws `record.not_found`. */
const photoFor = async (repository: Repository, id: string): Promise<StoredPhoto> => {
  const photo = /^[0-9a-f-]{36}$/.test(id) ? await findPhoto(repository, id) : undefined
  if (photo?.matter) await getMatter(repository, photo.matter, { bodies: await findBodies(repository) })
  if (!photo || (!photo.matter && photo.takenBy !== repository.actor.id))
    throw new Problem('record.not_found', '没有找到这张照片，或者它不归您看。')
  return photo
}

const download = (path: string, title: string, fileOf: (photo: StoredPhoto) => string): Download => ({
  path,
  title,
  async run(repository, { id = '' }, office) {
    const bytes = await readPhotoFile(repository, office.files, fileOf(await photoFor(repository, id)))
    return { name: 'photo.jpg', type: 'image/jpeg', bytes, inline: true }
  },
})

export const photoDownloads: readonly Download[] = [
  download(photoAddress(':id'), '一张照片', ({ file }) => file),
  download(thumbnailAddress(':id'), '照片的小图', ({ thumbnail }) => thumbnail),
]
