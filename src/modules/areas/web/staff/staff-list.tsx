import { Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'
import { type PostRow, resetPassword, type StaffRow } from '../../posts-contract.ts'
import { ToldPassword } from './told-password.tsx'

const StaffLine = ({ member, posts }: { member: StaffRow; posts: readonly PostRow[] }) => {
  const mayWrite = useMayWrite('staff.manage')
  const [told, setTold] = useState<{ password: string | null }>()
  const { send, sending, problem } = useAction(resetPassword)
  const held = posts.filter((post) => post.staff === member.id)
  return (
    <li>
      <div className="todo">
        <div>
          {member.name}
          <p className="quiet">
            {held.length === 0
              ? '现在没有岗位'
              : held.map((post) => `${post.areaName}${post.roleTitle}`).join('、')}
            {member.account ? `，用户名 ${member.username}` : '，没有登录账号'}
          </p>
        </div>
        {member.account && member.mayChange && mayWrite && (
          <Button
            size="small"
            loading={sending}
            onClick={() => void send({ staff: member.id }).then(setTold, () => undefined)}
          >
            重置密码<span className="visually-hidden">：{member.name}</span>
          </Button>
        )}
      </div>
      <ProblemAlert problem={problem} />
      {told && <ToldPassword name={member.name} password={told.password} />}
    </li>
  )
}

/** Everybody in one's charge, with what they do and whether they can sign in. */
export const StaffList = ({ staff, posts }: { staff: readonly StaffRow[]; posts: readonly PostRow[] }) => (
  <ul className="plain-list">
    {staff.map((member) => (
      <StaffLine key={member.id} member={member} posts={posts} />
    ))}
  </ul>
)
