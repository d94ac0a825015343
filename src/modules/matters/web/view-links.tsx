import type { Right } from '../../../platform/contract/right.ts'
import { PageLink } from '../../../platform/web/address/page-link.tsx'
import { useMay } from '../../../platform/web/session/use-me.ts'

const views: readonly { path: string; title: string; right: Right | readonly Right[] }[] = [
  { path: '/matters', title: '列表', right: ['matter.read', 'matter.write'] },
  { path: '/matters/board', title: '看板', right: 'matter.write' },
  { path: '/matters/map', title: '地图', right: 'matter.read' },
  { path: '/matters/bodies', title: '各单位', right: 'matter.write' },
  { path: '/matters/hot-spots', title: '重复问题', right: 'matter.read' },
]

/** The ways to look at matters, those that one's posts need. */
export const ViewLinks = ({ current }: { current: string }) => {
  const may = useMay()
  return (
    <nav className="view-links" aria-label="怎么看">
      {views
        .filter(({ right }) => may(right))
        .map(({ path, title }) => (
          <PageLink
            key={path}
            to={path}
            className={path === current ? 'state-chip current' : 'state-chip'}
            aria-current={path === current ? 'true' : undefined}
          >
            {title}
          </PageLink>
        ))}
    </nav>
  )
}
