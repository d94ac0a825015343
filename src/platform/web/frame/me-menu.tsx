import { UserOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { PageLink } from '../address/page-link.tsx'
import { Bubble } from '../bubble/bubble.tsx'
import { useMe } from '../session/use-me.ts'
import { useSignOut } from '../session/use-sign-out.ts'

/** Who is signed in, the posts held today, and the way out. */
export const MeMenu = () => {
  const { name, username, posts, officeName } = useMe()
  const signOut = useSignOut()
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
          <Button onClick={() => void signOut()}>退出登录</Button>
        </div>
      )}
    />
  )
}
