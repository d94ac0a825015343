import { useEffect, useRef, useState } from 'react'
import type { CheckAnswer, CheckJob } from './check-job.ts'

type Checked = Extract<CheckAnswer, { ok: true }>

export type CheckState =
  | { state: 'waiting' }
  | { state: 'checking'; name: string }
  | { state: 'refused'; name: string; message: string }
  | { state: 'checked'; name: string; checked: Checked; bytes: Uint8Array | null }

const pasted = '粘贴的文字'

/** Checks a file or a text in a worker of the browser: nothing is sent anywhere. A new text ends the one before. */
export const useCheck = () => {
  const [state, setState] = useState<CheckState>({ state: 'waiting' })
  const worker = useRef<Worker | null>(null)
  const stop = () => {
    worker.current?.terminate()
    worker.current = null
  }
  useEffect(() => () => worker.current?.terminate(), [])

  const run = (name: string, job: CheckJob) => {
    stop()
    setState({ state: 'checking', name })
    const started = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
    worker.current = started
    started.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
      stop()
      setState(
        data.ok
          ? { state: 'checked', name, checked: data, bytes: 'bytes' in job ? job.bytes : null }
          : { state: 'refused', name, message: data.message },
      )
    }
    started.onerror = () => {
      stop()
      setState({
        state: 'refused',
        name,
        message: '核对时出了差错，没有结果。请把文字复制出来粘贴再试；仍不行请告诉系统管理员。',
      })
    }
    started.postMessage(job)
  }
  return {
    state,
    checkFile: async (file: File) =>
      run(file.name, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
    checkText: (text: string) => run(pasted, { text }),
    startOver: () => {
      stop()
      setState({ state: 'waiting' })
    },
  }
}
