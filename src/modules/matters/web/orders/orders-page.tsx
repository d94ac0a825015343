import { Button } from 'antd'
import { useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRehearsal } from '../../../../platform/web/api/use-rehearsal.ts'
import { useUpload } from '../../../../platform/web/api/use-upload.ts'
import { FileDrop } from '../../../../platform/web/drop/file-drop.tsx'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { importOrders, type OrdersRead } from '../../contract-orders.ts'
import '../matters.css'
import { OrderPreview } from './order-preview.tsx'

const Done = ({ read, file }: { read: OrdersRead; file: string }) => (
  <Section title="导入完成">
    <p role="status">
      受理了 {read.fresh} 件，{read.known} 件以前已经导入，没有再记。
      {read.faulty > 0 && `${read.faulty} 行有错误，没有导入。`}
    </p>
    <p className="form-actions">
      <PageLink to="/matters" search={{ tab: 'area' }}>
        去办理
      </PageLink>
      <Button href={`/api/matter-orders/${file}/answers.xlsx`} download>
        下载填好办理结果的表
      </Button>
    </p>
  </Section>
)

/** 导入工单: a hotline's spreadsheet is read, looked at, and becomes matters; given back with what was answered. */
const OrdersPage = () => {
  const { area: lookedAt, past } = useViewpoint()
  const { posts } = useMe()
  const [area, setArea] = useState(lookedAt ?? posts[0]?.area)
  const [file, setFile] = useState<{ id: string; name: string }>()
  const [done, setDone] = useState<OrdersRead>()
  const { upload, share, problem } = useUpload()
  const act = useAction(importOrders)
  const asked = file && area && !done ? { file: file.id, area } : null
  const rehearsal = useRehearsal(importOrders, asked)
  const take = async (chosen: File) => {
    setDone(undefined)
    act.clear()
    const { id } = await upload(chosen).catch(() => ({ id: '' }))
    if (id) setFile({ id, name: chosen.name })
  }
  const confirm = async () => {
    if (asked) setDone(await act.send(asked).catch(() => undefined))
  }
  if (past)
    return (
      <Page title="导入工单" lead={<PageLink to="/matters">诉求</PageLink>}>
        <EmptyState title="正在查看过去的日期，不能导入。" hint="请先在上方把日期换回今天。" />
      </Page>
    )
  return (
    <Page title="导入工单" lead={<PageLink to="/matters">诉求</PageLink>}>
      <div className="form-stack order-start">
        <FileDrop
          extensions={['.xlsx', '.xls', '.csv']}
          title="12345 热线的工单表"
          hint="按列名认：工单编号、来电时间、诉求内容、地址、来电人、电话、办理时限。同一个编号只记一次；再传同一张表，可以下载填好办理结果的表交回。"
          take={(chosen) => void take(chosen)}
          share={share}
        />
        <div className="field">
          <label htmlFor="order-area">没有写社区的，归到</label>
          <AreaSelect id="order-area" value={area} onChange={setArea} />
        </div>
        <ProblemAlert problem={problem ?? act.problem ?? rehearsal.problem} />
      </div>
      {asked && rehearsal.asking && !rehearsal.answer && <Loading lines={6} />}
      {file && asked && rehearsal.answer && (
        <OrderPreview read={rehearsal.answer} fileName={file.name}>
          <div className="form-actions">
            <Button
              type="primary"
              loading={act.sending}
              disabled={rehearsal.asking || rehearsal.answer.fresh === 0}
              onClick={() => void confirm()}
            >
              受理 {rehearsal.answer.fresh} 件
            </Button>
            {rehearsal.answer.known > 0 && (
              <Button href={`/api/matter-orders/${file.id}/answers.xlsx`} download>
                下载填好办理结果的表
              </Button>
            )}
          </div>
        </OrderPreview>
      )}
      {file && done && <Done read={done} file={file.id} />}
    </Page>
  )
}

export default OrdersPage
