import { useParams } from '@tanstack/react-router'
import { getRecord } from '../../../../platform/contract/records.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { EntryDetail } from './entry-detail.tsx'

/** An entry on a page of its own, as a phone or a link shows it. */
const EntryPage = () => {
  const { name = '', id = '' } = useParams({ strict: false }) as { name?: string; id?: string }
  const definition = useDefinition(name)
  const { asOf } = useViewpoint()
  const { data, error, refetch } = useRoute(getRecord, { params: { definition: name, id }, query: { asOf } })
  const go = useGo()
  const back = `/ledgers/${name}`
  return (
    <Page
      title={data?.subject?.display.name ?? data?.display.name ?? '台账记录'}
      lead={<PageLink to={back}>{definition?.title ?? '台账'}</PageLink>}
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && !(data && definition) && <Loading lines={8} />}
      {data && definition && (
        <div className="entry-page">
          <EntryDetail definition={definition} record={data} gone={() => go(back)} />
        </div>
      )}
    </Page>
  )
}

export default EntryPage
