import type { FastifyRequest } from 'fastify'
import { mostPhotoBytes } from '../../../platform/server/photos/read-photo.ts'
import { mostPhotos } from '../contract-photos.ts'
import { forbidden, Refusal, wrong } from '../open311/refusal.ts'

const mostFields = 100
const mostFieldBytes = 32 * 1024

/**
 * Reads a form with photos; its words are added to `parameters` as they come. Bytes are taken only from whoever may
 * send: clients write the key before the files. Throws a refusal.
 */
export const readMultipart = async (
  request: FastifyRequest,
  parameters: URLSearchParams,
  maySend: () => Promise<boolean>,
): Promise<{ parameters: URLSearchParams; photos: readonly Uint8Array[] }> => {
  const photos: Uint8Array[] = []
  const limits = {
    limits: {
      files: mostPhotos + 1,
      fileSize: mostPhotoBytes + 1,
      fields: mostFields,
      fieldSize: mostFieldBytes,
      parts: mostFields + mostPhotos + 1,
    },
    throwFileSizeLimit: false,
  }
  for await (const part of request.parts(limits)) {
    if (part.type === 'field') {
      if (part.valueTruncated) throw new Refusal(wrong(`${part.fieldname.slice(0, 60)} 太长。`))
      parameters.append(part.fieldname, String(part.value))
      continue
    }
    if (photos.length === 0 && !(await maySend()))
      throw new Refusal(forbidden('缺少 api_key。上传照片时请把 api_key 写在照片前面，或者放在网址里。'))
    const bytes = await part.toBuffer()
    // A field for files that was left empty comes as an empty file.
    if (bytes.byteLength > 0) photos.push(bytes)
  }
  if (photos.length > mostPhotos) throw new Refusal(wrong(`一次最多 ${mostPhotos} 张照片。`))
  return { parameters, photos }
}
