import type { FastifyRequest } from 'fastify'
import { Problem } from '../../contract/problem.ts'

/** How many files a form may carry, and the largest in bytes. */
export interface FormFiles {
  readonly most: number
  readonly largest: number
}

/** What came with a form. A file above the limit is cut off one byte behind it. */
export interface PublicForm {
  readonly words: URLSearchParams
  readonly files: readonly Uint8Array[]
}

const mostFields = 30

/** Reads a form of words, or of words and files where the page takes such. */
export const readPublicForm = async (
  request: FastifyRequest,
  takes: FormFiles | undefined,
  mostWords: number,
): Promise<PublicForm> => {
  if (!request.isMultipart())
    return {
      words: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
      files: [],
    }
  if (!takes) throw new Problem('request.unreadable', '这个页面不收文件。')
  const words = new URLSearchParams()
  const files: Uint8Array[] = []
  const limits = {
    limits: {
      files: takes.most + 1,
      fileSize: takes.largest + 1,
      fields: mostFields,
      fieldSize: mostWords,
      parts: mostFields + takes.most + 1,
    },
    throwFileSizeLimit: false,
  }
  for await (const part of request.parts(limits)) {
    if (part.type === 'field') {
      if (part.valueTruncated) throw new Problem('file.too_large', '写的内容太多，请写短一些。')
      words.append(part.fieldname, String(part.value))
    } else {
      const bytes = await part.toBuffer()
      // A field for files that was left empty comes as an empty file.
      if (bytes.byteLength > 0) files.push(bytes)
    }
  }
  if (files.length > takes.most)
    throw new Problem('file.too_large', `一次最多 ${takes.most} 张照片，请少选几张再提交。`)
  return { words, files }
}
