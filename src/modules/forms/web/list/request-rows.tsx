import type { z } from 'zod'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import type { requestHead } from '../../contract-request.ts'
import { stateWords } from '../words.ts'

/** Requests, the latest first: who asked, until when, how much of it is understood. */
export const RequestRows = ({
  requests,
  opening,
}: {
  requests: readonly z.infer<typeof requestHead>[]
  /** Before the page of one is opened. */
  opening?: () => void
}) => (
  <ul className="plain-list form-requests">
    {requests.map((request) => (
      <li key={request.id}>
        <p>
          <PageLink to={`/forms/${request.id}`} onClick={opening}>
            <strong>{request.title}</strong>
          </PageLink>{' '}
          <StatusTag tone={stateWords[request.state].tone}>{stateWords[request.state].title}</StatusTag>
        </p>
        <p className="quiet">
          {[
            request.askedBy || '没有写明谁要的',
            request.deadline && `${request.deadline} 前报`,
            request.areaName,
            `${request.counts.fields} 项，能填 ${request.counts.filled} 项`,
            request.counts.asks > 0 && `${request.counts.asks} 项要您看`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </li>
    ))}
  </ul>
)
