import { useParams } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { getRecord } from '../../../../platform/contract/records.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo, usePageSearch } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { RecordForm } from '../../../../platform/web/form/record-form.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useSavedNotice } from '../../../../platform/web/record/use-saved-notice.ts'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { type Registrable, registerRecord } from '../../record-contract.ts'
import { recordPage } from '../../record-page.ts'

/** What each kind of record belongs to; the others ask for an area. */
const owners: Readonly<Record<Registrable, 'organisation' | 'person' | undefined>> = {
  organisation: undefined,
  facility: undefined,
  agreement: 'organisation',
  personRelation: 'person',
}

const isRegistrable = (kind: string): kind is Registrable => Object.hasOwn(owners, kind)

const Register = ({ kind }: { kind: Registrable }) => {
  const definition = useDefinition(kind)
  const owner = owners[kind]
  const { of } = usePageSearch()
  const view = useViewpoint()
  const { posts } = useMe()
  const [area, setArea] = useState(view.area ?? posts[0]?.area)
  const asked = useRoute(
    getRecord,
    { params: { definition: owner ?? 'person', id: of ?? '' } },
    { enabled: owner !== undefined && of !== undefined },
  )
  const { send } = useAction(registerRecord)
  const tell = useSavedNotice()
  const go = useGo()
  const id = useId()
  if (!definition || (of && owner && asked.isPending)) return <Loading lines={8} />
  const title = `登记${definition.title}`
  const mine = asked.data
  if (owner && !mine)
    return (
      <Page title={title}>
        <EmptyState
          title={owner === 'person' ? '请从居民主页登记关系。' : '请从单位主页登记协议。'}
          action={
            <PageLink to="/registry" search={owner === 'person' ? {} : { tab: owner }}>
              去列表里找
            </PageLink>
          }
        />
      </Page>
    )
  const back = mine ? recordPage(owner!, mine.id)! : '/registry'
  return (
    <Page
      title={title}
      lead={mine && <PageLink to={back}>{[mine.display.name, mine.areaName].join('，')}</PageLink>}
    >
      <RecordForm
        fields={definition.fields}
        draft={{
          key: `register.${kind}.${of ?? ''}`,
          title: `${title}${mine ? `：${mine.display.name}` : ''}`,
        }}
        submitTitle="登记"
        before={
          !owner && (
            <div className="field">
              <label htmlFor={`${id}-area`}>所在网格</label>
              <AreaSelect id={`${id}-area`} value={area} onChange={setArea} />
            </div>
          )
        }
        send={async ({ values, on }) => {
          const { record } = await send({
            definition: kind,
            area: owner ? undefined : area,
            of: mine?.id,
            on,
            values,
          })
          tell(`${record.display.name ?? definition.title}已登记。`, {
            definition: kind,
            id: record.id,
            version: record.version,
          })
          go(mine ? back : recordPage(kind, record.id)!)
        }}
        done={() => {}}
        cancel={() => go(back, owner ? {} : { tab: kind })}
      />
    </Page>
  )
}

/** Registers an organisation or facility in an area, or what belongs to an organisation or person: `?of=`. */
const RegisterRecordPage = () => {
  const { kind = '' } = useParams({ strict: false }) as { kind?: string }
  const mayWrite = useMayWrite('registry.write')
  if (!isRegistrable(kind))
    return (
      <Page title="登记">
        <EmptyState title="没有这种登记。" action={<PageLink to="/registry">回到居民房屋</PageLink>} />
      </Page>
    )
  if (!mayWrite)
    return (
      <Page title="登记">
        <EmptyState title="正在看过去的日期，不能登记。" hint="在上方回到今天后再登记。" />
      </Page>
    )
  return <Register key={kind} kind={kind} />
}

export default RegisterRecordPage
