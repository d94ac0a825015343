import { Alert } from 'antd'

/** A password that is shown once. */
export const ToldPassword = ({ name, password }: { name: string; password: string | null }) => (
  <Alert
    type="info"
    showIcon
    title={
      password === null
        ? '已经办过一次，密码只显示一次。没有记下的话，请再重置一次。'
        : `${name}的初始密码：${password}`
    }
    description={password === null ? undefined : '只显示这一次，请当面告诉本人；首次登录必须修改。'}
  />
)
