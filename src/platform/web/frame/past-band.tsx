import { Button } from 'antd'
import { formatDateChinese } from '../../../core/time/format-date.ts'
import { useMoveViewpoint, useViewpoint } from '../viewpoint/use-viewpoint.ts'

/** Nobody may mistake the past for today: a coloured band over every page. */
export const PastBand = () => {
  const { past, day } = useViewpoint()
  const move = useMoveViewpoint()
  if (!past) return null
  return (
    <div className="past-band" role="status">
      <span>正在查看 {formatDateChinese(day)} 的情况，不能修改。</span>
      <Button size="small" onClick={() => move({ asOf: undefined })}>
        回到今天
      </Button>
    </div>
  )
}
