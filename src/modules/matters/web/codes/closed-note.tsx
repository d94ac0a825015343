import { Alert } from 'antd'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { getPublicPage } from '../../contract-public.ts'

/** Says so where the page that the codes lead to is closed. */
export const ClosedNote = () => {
  const { data } = useRoute(getPublicPage)
  if (!data || data.open) return null
  return (
    <Alert
      type="warning"
      showIcon
      title="网上反映还没有开通：居民扫码会看到“请打电话或到社区窗口说”。请先请系统管理员在“网上反映”里开通，再张贴。"
    />
  )
}
