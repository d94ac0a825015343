import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import type { DefinitionView } from '../../contract/catalogue.ts'
import { getRecord, type RecordView } from '../../contract/records.ts'
import { PageLink } from '../address/page-link.tsx'
import { useRoute } from '../api/use-route.ts'
import { Loading } from '../feedback/loading.tsx'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { RecordFacts } from '../record/record-facts.tsx'
import { useViewpoint } from '../viewpoint/use-viewpoint.ts'

interface DetailPanelProps {
  definition: DefinitionView
  id: string
  /** The record where the list has read it already. */
  row: RecordView | undefined
  page: ((row: RecordView) => string | undefined) | undefined
  detail: ((row: RecordView, close: () => void) => ReactNode) | undefined
  /** The heading, usually what the row begins with. */
  title: (row: RecordView) => string
  close: () => void
}

/** The opened record beside its list. Escape closes it and the focus goes back to the row. */
export const DetailPanel = ({ definition, id, row, page, detail, title, close }: DetailPanelProps) => {
  const { asOf } = useViewpoint()
  const asked = useRoute(
    getRecord,
    { params: { definition: definition.name, id }, query: { asOf } },
    { enabled: row === undefined },
  )
  const record = row ?? asked.data
  const box = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every newly opened record is brought into sight
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [id])
  const own = record && page?.(record)
  return (
    <aside
      ref={box}
      className="detail-panel"
      aria-label={`${definition.title}详情`}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className="detail-tools">
        {record && <h2>{title(record)}</h2>}
        {own && <PageLink to={own}>打开完整页面</PageLink>}
        <Button type="text" aria-label="关闭详情" icon={<CloseOutlined />} onClick={close} />
      </div>
      <ProblemAlert problem={row ? null : asked.error} />
      {!record && asked.isPending && <Loading />}
      {record && (detail ? detail(record, close) : <RecordFacts definition={definition} record={record} />)}
    </aside>
  )
}
