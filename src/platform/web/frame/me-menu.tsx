import { UserOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { PageLink } from '../address/page-link.tsx'
import { Bubble } from '../bubble/bubble.tsx'
import { useMe } from '../session/use-me.ts'
import { useSignOut } from '../session/use-sign-out.ts'
import { useOutbox } from './use-outbox.ts'

/** Who is signed in, the posts held today, and the way out. */
export const MeMenu = () => {
  const { name, username, posts, officeName } = useMe()
  const signOut = useSignOut()
  const { modal } = App.useApp()
  const unsent = useOutbox().length
  const leave = () => {
    if (unsent === 0) return void signOut()
    modal.confirm({
      title: `还有 ${unsent} 件没有发送，退出会从这台设备删掉。`,
      content: '要保留，请连上网络，等它们发出再退出。',
      okText: '删掉并退出',
      cancelText: '先不退出',
      onOk: signOut,
    })
  }
  return (
    <Bubble
      label="我的岗位与退出"
      placement="bottomRight"
      button={(trigger) => (
        <Button {...trigger} type="text" icon={<UserOutlined />} aria-label={`${name}，我的岗位与退出`}>
          <span className="wide-only">{name}</span>
        </Button>
      )}
      content={() => (
        <div className="me-menu">
          <p>
            <strong>{name}</strong> <span className="quiet">{username}</span>
          </p>
          <p className="quiet">{officeName}</p>
          <ul aria-label="现任岗位">
            {posts.map((post) => (
              <li key={post.id}>
                {post.areaName} · {post.roleTitle}
              </li>
            ))}
          </ul>
          <PageLink to="/account">我的账号：密码、通行密钥、登录设备</PageLink>
          <Button onClick={leave}>退出登录</Button>
        </div>
      )}
    />
  )
}
