import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { getService, serviceKinds } from '../../contract.ts'
import { ServiceForm } from '../service-form.tsx'
import '../services.css'
import { Bookings } from './bookings.tsx'
import { OpenSlots } from './open-slots.tsx'
import { Slots } from './slots.tsx'

type Shown = z.output<typeof getService.answer>

const Service = ({ shown }: { shown: Shown }) => {
  const { service, slots, bookings } = shown
  const { past } = useViewpoint()
  const [editing, setEditing] = useState(false)
  const [opening, setOpening] = useState(false)
  return (
    <Page
      title={service.title}
      lead={
        <>
          <PageLink to="/appointments">办事预约</PageLink> · {serviceKinds[service.kind]} · {service.areaName}
          {service.ended && ' · 不再办理'}
        </>
      }
      actions={
        !past &&
        !editing && (
          <>
            <Button onClick={() => setEditing(true)}>修改</Button>
            <Button type="primary" onClick={() => setOpening(true)}>
              开放时段
            </Button>
          </>
        )
      }
    >
      {editing && <ServiceForm service={service} close={() => setEditing(false)} />}
      {opening && <OpenSlots service={service.id} close={() => setOpening(false)} />}
      <Section title="预约">
        <Bookings bookings={bookings} />
      </Section>
      <Section title="可以预约的时段">
        <Slots slots={slots} />
      </Section>
      {!editing && (
        <Section title="居民看到的">
          <dl className="facts">
            <dt>办什么</dt>
            <dd>{service.about}</dd>
            <dt>谁可以办</dt>
            <dd>{service.who}</dd>
            <dt>带什么</dt>
            <dd>{service.bring}</dd>
            <dt>地点</dt>
            <dd>{service.place}</dd>
            <dt>时间</dt>
            <dd>{service.hours}</dd>
            {service.phone && (
              <>
                <dt>电话</dt>
                <dd>{service.phone}</dd>
              </>
            )}
          </dl>
        </Section>
      )}
    </Page>
  )
}

/** One service: who comes when, which times are open, what residents read. */
const ServicePage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getService, { params: { id } })
  if (data) return <Service key={data.service.id} shown={data} />
  return (
    <Page title="办事事项" lead={<PageLink to="/appointments">办事预约</PageLink>}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && <Loading lines={8} />}
    </Page>
  )
}

export default ServicePage
