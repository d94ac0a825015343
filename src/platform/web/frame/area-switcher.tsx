import { AreaSelect } from '../input/area-select.tsx'
import { useMe } from '../session/use-me.ts'
import { useMoveViewpoint, useViewpoint } from '../viewpoint/use-viewpoint.ts'

/** Which area one looks at; none chosen means all of one's own. */
export const AreaSwitcher = () => {
  const { area } = useViewpoint()
  const { posts } = useMe()
  const move = useMoveViewpoint()
  const own = [...new Set(posts.map((post) => post.areaName))].join('、')
  return (
    <AreaSelect
      className="area-switcher"
      label="查看哪个区域"
      value={area}
      none={own || '全部区域'}
      onChange={(path) => move({ area: path })}
    />
  )
}
