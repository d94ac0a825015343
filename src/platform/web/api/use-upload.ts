import { useState } from 'react'
import type { z } from 'zod'
import type { fileView } from '../../contract/jobs.ts'
import type { ProblemDetails } from '../../contract/problem.ts'
import { asProblem, readProblem, unreachable } from './problem-error.ts'

type FileView = z.infer<typeof fileView>

/** Uploads one file. `onProgress` gets a share from 0 to 1; answers what the address answers. Throws `ProblemError`. */
export const uploadFile = <Answer>(
  path: string,
  file: Blob,
  onProgress?: (share: number) => void,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    }
    request.onerror = () => reject(unreachable())
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Answer)
      else reject(readProblem(request.status, request.responseText))
    }
    const body = new FormData()
    body.append('file', file)
    request.send(body)
  })

/** Uploading to `/api/files` with progress for a page: `share` is 0 to 1 while a file is under way, else null. */
export const useUpload = () => {
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<ProblemDetails | null>(null)
  const upload = async (file: File): Promise<FileView> => {
    setProblem(null)
    setShare(0)
    try {
      return await uploadFile<FileView>('/api/files', file, setShare)
    } catch (error) {
      setProblem(asProblem(error))
      throw error
    } finally {
      setShare(null)
    }
  }
  return { upload, share, problem }
}
