import { BellOutlined } from '@ant-design/icons'
import { Badge, Button } from 'antd'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { listMessages } from '../../contract.ts'

const everyMinute = 60_000

/** How many messages one has not read, as of a minute ago at most; on every page. */
export const MessageTray = () => {
  const query = { unread: 'true', limit: 1 } as const
  const unread = useRoute(listMessages, { query }, { every: () => everyMinute }).data?.unread ?? 0
  const go = useGo()
  return (
    <Badge count={unread} size="small" color="var(--accent)">
      <Button
        type="text"
        icon={<BellOutlined />}
        aria-label={unread > 0 ? `消息，${unread} 条未读` : '消息'}
        onClick={() => go('/messages')}
      >
        <span className="wide-only">消息</span>
      </Button>
    </Badge>
  )
}
