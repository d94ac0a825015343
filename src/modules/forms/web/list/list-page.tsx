import { useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { useUpload } from '../../../../platform/web/api/use-upload.ts'
import { FileDrop } from '../../../../platform/web/drop/file-drop.tsx'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { listFormRequests, openFormRequest } from '../../contract.ts'
import '../forms.css'
import { RequestRows } from './request-rows.tsx'

/** 表格填报: drop a blank form; the requests so far. */
const ListPage = () => {
  const { upload, share, problem } = useUpload()
  const open = useAction(openFormRequest)
  const go = useGo()
  const { area, past } = useViewpoint()
  const [taking, setTaking] = useState(false)
  const { data, error, isPending, refetch } = useRoute(listFormRequests, { query: { area } })
  const take = async (file: File) => {
    open.clear()
    setTaking(true)
    try {
      const { id } = await upload(file)
      const { request } = await open.send({ file: id, area })
      go(`/forms/${request}`)
    } catch {
      // Said below by the upload's or the action's own problem.
    } finally {
      setTaking(false)
    }
  }
  return (
    <Page
      title="表格填报"
      lead="上面发下来的空表，从台账填好，样子不变；填过一次就记住。"
      actions={<PageLink to="/forms/burden">填表负担</PageLink>}
    >
      {past ? (
        <EmptyState title="正在查看过去的日期，不能接收新表。" hint="请先在上方把日期换回今天。" />
      ) : (
        <FileDrop
          extensions={['.xlsx', '.xls', '.xlsm']}
          title="下发的空表"
          hint={
            <>
              想先试试，可以用这张<a href="/api/form-example">示例表</a>。
            </>
          }
          take={(file) => void take(file)}
          share={share ?? (taking ? 1 : null)}
        />
      )}
      <ProblemAlert problem={problem ?? open.problem} />
      <Section title="下发过的表">
        <ProblemAlert problem={error} retry={() => void refetch()} />
        {isPending && !error && <Loading lines={4} />}
        {data && data.requests.length === 0 && (
          <EmptyState title="接收过的表会列在这里。" hint="把空表拖到上面，系统先认一认每一列是什么。" />
        )}
        {data && data.requests.length > 0 && <RequestRows requests={data.requests} />}
      </Section>
    </Page>
  )
}

export default ListPage
