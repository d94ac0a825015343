import { Button, Checkbox } from 'antd'
import { usePageSearch, useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { listPosts } from '../../posts-contract.ts'
import { AreaTabs } from '../area-tabs.tsx'
import { GivePost } from './give-post.tsx'
import { HandOver } from './hand-over.tsx'
import { HireForm } from './hire-form.tsx'
import { PostTable } from './post-table.tsx'
import { StaffList } from './staff-list.tsx'

/** 岗位人员: who holds which post from when to when; giving, handing over and ending them; accounts. */
const StaffPage = () => {
  const { area, asOf, past } = useViewpoint()
  const { ended = 'false', add, give, post: handing } = usePageSearch()
  const setSearch = useSetPageSearch()
  const { data, error, refetch } = useRoute(listPosts, {
    query: { area, asOf, ended: ended === 'true' ? 'true' : 'false' },
  })
  if (error)
    return (
      <Page title="岗位人员">
        <AreaTabs current="/settings/staff" />
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </Page>
    )
  if (!data) return <Loading lines={8} />
  const { posts, staff, roles } = data
  const handedOver = posts.find(({ id }) => id === handing)
  const close = () => setSearch({ add: undefined, give: undefined, post: undefined })
  return (
    <Page
      title="岗位人员"
      lead="定人、定岗、定责：权限跟着岗位走，岗位交出去，权限和未办的事也随之交接。"
      actions={
        !past && (
          <>
            <Button type="primary" onClick={() => setSearch({ add: '1', give: undefined, post: undefined })}>
              添加人员
            </Button>
            <Button onClick={() => setSearch({ give: area ?? '', add: undefined, post: undefined })}>
              安排岗位
            </Button>
          </>
        )
      }
      side={
        <Section title="人员">
          <StaffList staff={staff} posts={posts} />
        </Section>
      }
    >
      <AreaTabs current="/settings/staff" />
      {add === '1' && !past && <HireForm roles={roles} area={area} close={close} />}
      {give !== undefined && !past && (
        <GivePost roles={roles} staff={staff} area={give || area} close={close} />
      )}
      {handedOver && !past && <HandOver key={handedOver.id} post={handedOver} staff={staff} close={close} />}
      <Section
        title="岗位"
        extra={
          <Checkbox
            checked={ended === 'true'}
            onChange={(event) =>
              setSearch({ ended: event.target.checked ? 'true' : undefined }, { replace: true })
            }
          >
            连同已结束的
          </Checkbox>
        }
      >
        {posts.length === 0 ? (
          <EmptyState
            title="这里会列出岗位和在岗的人。"
            hint="先「添加人员」，给他们一个岗位和负责的区域。"
          />
        ) : (
          <PostTable posts={posts} />
        )}
      </Section>
    </Page>
  )
}

export default StaffPage
