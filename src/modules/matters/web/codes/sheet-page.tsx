import { Button } from 'antd'
import { usePageSearch, useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { listAreaBuildings } from '../../../areas/index.ts'
import { sayAddress } from '../../place-code.ts'
import '../matters.css'
import { ClosedNote } from './closed-note.tsx'
import { QrCode } from './qr-code.tsx'

const isCommunity = (path: string | undefined): path is string => path !== undefined && path.length >= 12

const placeOf = ({ estate, number }: { estate: string; number: string }) =>
  /[栋幢楼]$/.test(number) ? `${estate}${number}` : `${estate}${number}号楼`

/** 楼栋二维码: a sheet to print and post, one code a building; it opens the public page with the place filled in. */
const SheetPage = () => {
  const { area: lookedAt } = useViewpoint()
  const { posts } = useMe()
  const { at } = usePageSearch()
  const setSearch = useSetPageSearch()
  const area = at ?? lookedAt ?? posts.find((post) => isCommunity(post.area))?.area
  const { data, error, isFetching, refetch } = useRoute(
    listAreaBuildings,
    { params: { path: area ?? '' } },
    { enabled: isCommunity(area) },
  )
  const buildings = data?.buildings ?? []
  return (
    <Page
      title="楼栋二维码"
      lead="贴在单元门口。居民扫码打开“我要反映”，地点和社区已经填好，不用登录。"
      actions={
        buildings.length > 0 && (
          <Button type="primary" onClick={() => window.print()}>
            打印
          </Button>
        )
      }
    >
      <div className="field no-print code-area">
        <label htmlFor="code-area">哪个社区或网格</label>
        <AreaSelect
          id="code-area"
          value={area}
          onChange={(path) => setSearch({ at: path }, { replace: true })}
        />
      </div>
      <ClosedNote />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!isCommunity(area) && (
        <EmptyState title="这里会排出每栋楼的二维码。" hint="请在上面选一个社区或网格。" />
      )}
      {isFetching && !data && <Loading lines={6} />}
      {data && buildings.length === 0 && (
        <EmptyState title="这个区域还没有登记楼栋。" hint="在“居民房屋”里登记房屋以后，楼栋会列在这里。" />
      )}
      {buildings.length > 0 && (
        <ul className="code-sheet" aria-label="楼栋二维码">
          {buildings.map((building) => {
            const place = placeOf(building)
            return (
              <li key={`${building.estate} ${building.number}`}>
                <strong>{place}</strong>
                <QrCode text={sayAddress(location.origin, building.area, place)} label={`${place}的二维码`} />
                <span>有事扫码说，社区给答复</span>
              </li>
            )
          })}
        </ul>
      )}
    </Page>
  )
}

export default SheetPage
