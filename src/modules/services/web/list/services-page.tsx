import { Button } from 'antd'
import { useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { listServices, serviceKinds } from '../../contract.ts'
import { ServiceForm } from '../service-form.tsx'
import '../services.css'

/** 办事预约: what is offered, and how much is booked. */
const ServicesPage = () => {
  const go = useGo()
  const { area, past } = useViewpoint()
  const [adding, setAdding] = useState(false)
  const { data, error, isPending, refetch } = useRoute(listServices, { query: { area } })
  const add = !past && !adding && (
    <Button type="primary" onClick={() => setAdding(true)}>
      新增事项
    </Button>
  )
  return (
    <Page
      title="办事预约"
      lead={
        <>
          居民在 <a href="/guide">{`${location.origin}/guide`}</a> 看带什么、约时间，不用登录。
        </>
      }
      actions={add}
    >
      {adding && (
        <ServiceForm
          close={(id) => {
            setAdding(false)
            if (id) go(`/appointments/${id}`)
          }}
        />
      )}
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={6} />}
      {data && data.rows.length === 0 && !adding && (
        <EmptyState
          title="还没有写办事事项。"
          hint="写明办什么、谁可以办、带什么，再开放可以预约的时段。"
          action={add}
        />
      )}
      {data && data.rows.length > 0 && (
        <ul className="plain-list service-list">
          {data.rows.map((row) => (
            <li key={row.id}>
              <p>
                <PageLink to={`/appointments/${row.id}`}>
                  <strong>{row.title}</strong>
                </PageLink>{' '}
                {row.ended && <StatusTag tone="plain">不再办理</StatusTag>}
              </p>
              <p className="quiet">
                {serviceKinds[row.kind]} · {row.areaName} · 已约 {row.booked} 人，还有 {row.free} 个名额
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

export default ServicesPage
