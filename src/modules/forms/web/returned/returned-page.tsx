import { useEffect, useRef } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { holdDroppedFile, useDroppedFile } from '../../../../platform/web/drop/dropped-file.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { listFormRequests } from '../../contract.ts'
import '../forms.css'
import { RequestRows } from '../list/request-rows.tsx'

const stem = (name: string): string => name.replace(/\.\w+$/, '')

/** A completed form was dropped: of which form that was sent is it? Its page takes the file. */
const ReturnedPage = () => {
  const file = useDroppedFile()
  const chosen = useRef(false)
  // Whoever goes elsewhere must not find the file taken there for something else.
  useEffect(
    () => () => {
      if (!chosen.current) holdDroppedFile(null)
    },
    [],
  )
  const { area } = useViewpoint()
  const { data, error, isPending, refetch } = useRoute(listFormRequests, { query: { area } })
  const sent = (data?.requests ?? []).filter(({ state }) => state !== 'open')
  // A filled form is named after the blank one.
  const alike = (request: (typeof sent)[number]) => Boolean(file?.name.startsWith(stem(request.fileName)))
  return (
    <Page
      title="交回来的是哪张表"
      lead={
        file ? (
          `“${file.name}”是下面哪张表填好交回来的？选中以后逐格比对，台账不会自己改动。`
        ) : (
          <>
            选一张发出去过的表，在它的页面里放入交回来的文件。<PageLink to="/forms">表格填报</PageLink>
          </>
        )
      }
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={4} />}
      {data && sent.length === 0 && (
        <EmptyState
          title="还没有发出去过的表。"
          hint={<PageLink to="/forms">先接收一张空表，由台账填好。</PageLink>}
        />
      )}
      {sent.length > 0 && (
        <RequestRows
          requests={sent.toSorted((one, other) => Number(alike(other)) - Number(alike(one)))}
          opening={() => {
            chosen.current = true
          }}
        />
      )}
    </Page>
  )
}

export default ReturnedPage
