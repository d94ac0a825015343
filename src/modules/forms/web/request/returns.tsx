import { useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useUpload } from '../../../../platform/web/api/use-upload.ts'
import { FileDrop } from '../../../../platform/web/drop/file-drop.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMay } from '../../../../platform/web/session/use-me.ts'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import type { RequestView } from '../../contract-request.ts'
import { readFormReturn } from '../../contract-returns.ts'

/** A form that somebody completed offline comes back and is compared; nothing is written by itself. */
export const Returns = ({ request }: { request: RequestView }) => {
  const may = useMay()
  const go = useGo()
  const { upload, share, problem } = useUpload()
  const read = useAction(readFormReturn)
  const [taking, setTaking] = useState(false)
  if (!may('data.import') || !request.fills.some(({ state }) => state === 'done')) return null
  const take = async (file: File) => {
    setTaking(true)
    try {
      const { id } = await upload(file)
      const answer = await read.send({ request: request.id, file: id })
      go(`/forms/returns/${answer.return}`)
    } catch {
      // Said below by the upload's or the action's own problem.
    } finally {
      setTaking(false)
    }
  }
  return (
    <Section title="填完交回来的">
      <FileDrop
        extensions={['.xlsx', '.xls', '.xlsm']}
        title="线下补填过的表"
        hint="和发出的、台账现在的逐格比对，改不改由您定。"
        take={(file) => void take(file)}
        share={share ?? (taking ? 1 : null)}
      />
      <ProblemAlert problem={problem ?? read.problem} />
      <ul className="plain-list">
        {request.returns.map((one) => (
          <li key={one.id}>
            <PageLink to={`/forms/returns/${one.id}`}>{one.fileName}</PageLink>
            <p className="quiet">
              {one.by} {wordInstant(one.createdAt)}
              {one.state === 'ready' && `，${one.counts.open ?? 0} 处待定`}
              {one.state === 'done' && '，已处理完'}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
