import type { MultipartFile } from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../contract/problem.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { type Office, repositoryFor } from '../office.ts'
import { identify, refuseForeignOrigin } from './identify.ts'
import { tooLarge } from './read-problem.ts'

/** The pieces of an upload; throws where it is empty or cut off at the limit. */
async function* wholeUpload({ file, filename }: MultipartFile): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of file) {
    size += piece.length
    yield piece
  }
  if (file.truncated) throw tooLarge()
  if (size === 0) throw new Problem('file.unreadable', `「${filename}」是空文件。`)
}

/** Upload of one file (multipart part `file`), and download of one's own. */
export const mountFiles = (app: FastifyInstance, office: Office): void => {
  app.post(
    '/api/files',
    { schema: { summary: '上传文件', consumes: ['multipart/form-data'] } },
    async (request) => {
      refuseForeignOrigin(request)
      const actor = await identify(office, request)
      const part = request.isMultipart() ? await request.file() : undefined
      if (!part) throw new Problem('request.invalid', '没有收到文件，请重新选择。')
      const repository = repositoryFor(office, actor)
      const { id, name, size } = await office.files.putPieces(repository, {
        name: part.filename,
        type: part.mimetype,
        pieces: wholeUpload(part),
        purpose: 'upload',
      })
      await recordAudit(repository, { action: 'uploadFile', detail: { file: id, size } })
      return { id, name, size }
    },
  )
  app.get<{ Params: { id: string } }>(
    '/api/files/:id',
    { schema: { summary: '下载文件' } },
    async (request, reply) => {
      const repository = repositoryFor(office, await identify(office, request))
      const file = await office.files.get(repository, request.params.id)
      await recordAudit(repository, { action: 'downloadFile', detail: { file: file.id } })
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .type(file.type)
        .send(Buffer.from(file.bytes))
    },
  )
}
