import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { listOpen311Keys } from '../../contract-open311.ts'
import { KeyForm } from './key-form.tsx'
import { KeyList } from './key-list.tsx'

/** 网络平台接入: who may hand in what residents said elsewhere, through Open311 GeoReport v2. */
const Open311Page = () => {
  const { data, error, refetch } = useRoute(listOpen311Keys, {})
  return (
    <Page
      title="网络平台接入"
      lead="随手拍、小程序、热线等平台按 Open311 GeoReport v2 标准，把居民反映的事交到这里，并取回办理进展。"
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={6} />}
      {data && (
        <>
          <Section title="告诉平台的技术人员">
            <dl className="facts">
              <dt>接口地址</dt>
              <dd>
                <code>{`${location.origin}/open311/v2`}</code>
              </dd>
              <dt>jurisdiction_id</dt>
              <dd>
                <code>{data.jurisdiction}</code>
              </dd>
              <dt>可以反映的类别</dt>
              <dd>
                <a href="/open311/v2/services.xml" target="_blank" rel="noreferrer">
                  services.xml
                </a>
              </dd>
            </dl>
            <p className="quiet">
              进来的诉求归所在社区，状态“待受理”，来源“网络平台”，和别的诉求一样有期限。纠纷和对工作人员的投诉不经网络平台受理。
            </p>
          </Section>
          <KeyForm made={() => void refetch()} />
          <Section title="密钥">
            {data.keys.length === 0 ? (
              <EmptyState
                title="还没有发过密钥。"
                hint="每个平台一个密钥，写明是哪个平台、可以提交哪些区域的事。"
              />
            ) : (
              <KeyList keys={data.keys} changed={() => void refetch()} />
            )}
          </Section>
        </>
      )}
    </Page>
  )
}

export default Open311Page
