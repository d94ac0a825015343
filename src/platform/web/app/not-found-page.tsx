import { PageLink } from '../address/page-link.tsx'
import { EmptyState } from '../feedback/empty-state.tsx'
import { Page } from '../page/page.tsx'

/** No page has this address. */
export const NotFoundPage = () => (
  <Page title="没有这一页">
    <EmptyState
      title="这个地址没有对应的页面。"
      hint="可能是地址抄漏了，也可能是内容已移到别处。"
      action={<PageLink to="/">回到工作台</PageLink>}
    />
  </Page>
)
