import { Button } from 'antd'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { getPublicPage, setPublicPage } from '../../contract-public.ts'
import { SettingsTabs } from '../settings-tabs.tsx'

/** 网上反映: whether residents may say and follow matters without sign-in, and where. */
const PublicPagePage = () => {
  const { data, error, isPending, refetch } = useRoute(getPublicPage, {})
  const { send, sending, problem } = useAction(setPublicPage)
  const turn = (open: boolean) => void send({ open }).catch(() => undefined)
  return (
    <Page title="网上反映" lead="居民不用登录，用手机说一件事、查进度、评价办得怎样。">
      <SettingsTabs current="/settings/public-page" />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      <ProblemAlert problem={problem} />
      {isPending && !error && <Loading lines={3} />}
      {data && (
        <>
          <p>
            <strong>{data.open ? '已开通。' : '没有开通。'}</strong>
            {data.open
              ? '居民反映的事进入所选社区的“待受理”，和别的诉求一样有签收和办结期限。'
              : '居民打开这两个页面，会看到请打电话或到社区窗口说。'}
          </p>
          <ul>
            <li>
              我要反映：<a href="/say">{`${location.origin}/say`}</a>
            </li>
            <li>
              查进度：<a href="/follow">{`${location.origin}/follow`}</a>
            </li>
          </ul>
          {data.mayChange ? (
            <Button
              type={data.open ? 'default' : 'primary'}
              loading={sending}
              onClick={() => turn(!data.open)}
            >
              {data.open ? '关闭网上反映' : '开通网上反映'}
            </Button>
          ) : (
            <p className="quiet">由全区统一开通或关闭；要调整，请联系系统管理员。</p>
          )}
        </>
      )}
    </Page>
  )
}

export default PublicPagePage
