import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { formatDateChinese } from '../../../../core/time/format-date.ts'
import { getDifferenceRecords } from '../../../../platform/contract/differences.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { wordAmount } from '../../../../platform/web/lens/word-difference.ts'
import { recordPage } from '../../../registry/index.ts'

type Row = z.infer<typeof getDifferenceRecords.answer>['rows'][number]
interface Asked {
  params: { metric: string }
  query: {
    area: string | undefined
    asOf: string | undefined
    since: string
    part: 'numerator' | 'denominator' | undefined
  }
}

/** Whom a row is about: the subject's name, or the first thing that the record says of itself. */
const nameOf = ({ record }: Row, first: string | undefined): string =>
  record.subject?.display.name ??
  record.display.name ??
  (first ? record.display[first] : undefined) ??
  '一条记录'

const pageOf = ({ record }: Row, of: string) => {
  if (record.subject?.kind === 'person') return `/registry/persons/${record.subject.id}`
  return recordPage(of, record.id)
}

const PageOfRows = ({
  asked,
  cause,
  of,
  cursor,
}: {
  asked: Asked
  cause: string
  of: string
  cursor: string | undefined
}) => {
  const [more, setMore] = useState(false)
  const { data, error, refetch } = useRoute(getDifferenceRecords, {
    params: asked.params,
    query: { ...asked.query, cause, cursor },
  })
  const definition = useDefinition(data?.definition ?? of)
  const first = definition?.fields[0]?.key
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />
  if (!data) return <Loading lines={4} />
  return (
    <>
      {data.rows.map((row) => {
        const page = pageOf(row, data.definition)
        const name = nameOf(row, first)
        return (
          <li key={row.record.id}>
            <strong>{page ? <PageLink to={page}>{name}</PageLink> : name}</strong>
            <span className="quiet">{row.record.areaName}</span>
            {row.on && <time dateTime={row.on}>{formatDateChinese(row.on)}</time>}
            <span className="numeric">{wordAmount(row.amount)}</span>
            {(row.changes.length > 0 || row.reason) && (
              <p className="quiet">
                {[...row.changes, ...(row.reason ? [`说明：${row.reason}`] : [])].join('；')}
              </p>
            )}
          </li>
        )
      })}
      {data.next && !more && (
        <li>
          <Button onClick={() => setMore(true)}>再看一些</Button>
        </li>
      )}
      {data.next && more && <PageOfRows asked={asked} cause={cause} of={of} cursor={data.next} />}
    </>
  )
}

/** The records behind one cause: who, where, when, what changed and why. */
export const CauseRecords = ({ asked, cause, of }: { asked: Asked; cause: string; of: string }) => (
  <ul className="plain-list cause-records">
    <PageOfRows asked={asked} cause={cause} of={of} cursor={undefined} />
  </ul>
)
