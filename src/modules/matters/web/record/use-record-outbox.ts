import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { ProblemDetails } from '../../../../platform/contract/problem.ts'
import { makeKey } from '../../../../platform/web/api/make-key.ts'
import { dropOutboxItem, putOutboxItem } from '../../../../platform/web/outbox/outbox-store.ts'
import { changeOutboxItem, sendOutboxItem } from '../../../../platform/web/outbox/send-outbox.ts'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { recordMatter } from '../../contract.ts'
import { photoUploadPath } from '../../contract-photos.ts'

type RecordInput = z.input<typeof recordMatter.input>

/**
 * Writes a matter down in the outbox and sends it from there, so that it is recorded once whether or not there is a
 * connection. `key` names one in the outbox that is changed.
 */
export const useRecordOutbox = (key: string | undefined) => {
  const { id: owner } = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ProblemDetails | null>(null)

  /** Answers the matter's id, `later` where it waits for the network, null where it was refused. */
  const send = async (input: RecordInput, photos: readonly Blob[]): Promise<string | null> => {
    const item = {
      key: key ?? makeKey(),
      owner,
      action: recordMatter.name,
      title: input.content.trim().slice(0, 40),
      to: '/matters/new',
      input,
      files: photos.map((blob) => ({ path: photoUploadPath, field: 'photos', blob })),
      savedAt: new Date().toISOString(),
      problem: null,
    }
    if (!key) await putOutboxItem(item)
    else if (!(await changeOutboxItem(item))) {
      void message.warning('这一件刚才已经发出，这里的改动没有保存。请在诉求列表里打开它。')
      return 'later'
    }
    const done = navigator.onLine ? await sendOutboxItem(item.key) : { state: 'waiting' as const }
    switch (done.state) {
      case 'sent':
        void queries.invalidateQueries()
        return (done.answer as z.output<typeof recordMatter.output>).id
      case 'refused':
        // Back on the form, where it can be mended; one that came from the outbox stays there.
        if (!key) await dropOutboxItem(item.key)
        setProblem(done.problem)
        return null
      default:
        void message.success('已存在这台设备上，连上网络后自动发送。')
        return 'later'
    }
  }
  return {
    problem,
    sending,
    async send(input: RecordInput, photos: readonly Blob[]) {
      setSending(true)
      setProblem(null)
      try {
        return await send(input, photos)
      } finally {
        setSending(false)
      }
    },
  }
}
