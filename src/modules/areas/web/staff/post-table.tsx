import { Button } from 'antd'
import { useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'
import type { PostRow } from '../../posts-contract.ts'
import { EndPost } from './end-post.tsx'

const wordSpan = ({ from, to }: PostRow) => (to === null ? `${from} 起` : `${from} 至 ${to}`)

/** Posts with their holders, and what can be done about each. */
export const PostTable = ({ posts }: { posts: readonly PostRow[] }) => {
  const setSearch = useSetPageSearch()
  const mayWrite = useMayWrite('staff.manage')
  return (
    <div className="table-scroll">
      <table className="record-table">
        <caption className="visually-hidden">岗位和在岗的人</caption>
        <thead>
          <tr>
            <th scope="col">区域</th>
            <th scope="col">岗位</th>
            <th scope="col">人员</th>
            <th scope="col">任期</th>
            {mayWrite && <th scope="col">办理</th>}
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <tr key={post.id}>
              <td>{post.areaName}</td>
              <td>{post.roleTitle}</td>
              <th scope="row">{post.staffName}</th>
              <td>
                {wordSpan(post)}
                {post.successorName && <span className="quiet">，交给{post.successorName}</span>}
              </td>
              {mayWrite && (
                <td>
                  {post.mayChange && (
                    <span className="roster-names">
                      <Button
                        size="small"
                        onClick={() => setSearch({ post: post.id, add: undefined, give: undefined })}
                      >
                        交接
                        <span className="visually-hidden">
                          {post.areaName}
                          {post.roleTitle}
                          {post.staffName}
                        </span>
                      </Button>
                      <EndPost post={post} />
                    </span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
