import { PageLink } from '../address/page-link.tsx'
import { EmptyState } from '../feedback/empty-state.tsx'
import { Page } from '../page/page.tsx'

/** The page exists, but none of one's posts opens it. */
export const ForbiddenPage = ({ title }: { title: string }) => (
  <Page title={title}>
    <EmptyState
      title="您现任的岗位不能打开这一页。"
      hint="需要时请社区书记或管理员调整岗位。"
      action={<PageLink to="/">回到工作台</PageLink>}
    />
  </Page>
)
