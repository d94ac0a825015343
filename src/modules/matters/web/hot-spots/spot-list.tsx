import { Button } from 'antd'
import { useState } from 'react'
import { formatDateChinese } from '../../../../core/time/index.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import type { HotSpot } from '../../contract-hot-spots.ts'
import { categoryTitle, stateTitle } from '../words.ts'
import { DismissForm, LastingForm } from './decide-forms.tsx'

export const keyOf = ({ area, category, spot }: HotSpot) => `${area} ${category} ${spot}`

/** What a spot is called: its place where one was written, else its community. */
export const nameSpot = ({ place, areaName, longitude }: HotSpot): string =>
  place || `${areaName}${longitude === null ? '' : '，地图上同一处'}`

const Spot = ({ spot }: { spot: HotSpot }) => {
  const { past } = useViewpoint()
  const [form, setForm] = useState<'lasting' | 'dismiss'>()
  const close = () => setForm(undefined)
  return (
    <li className="hot-spot">
      <h3>
        {nameSpot(spot)} · {categoryTitle(spot.category)} <strong>{spot.count} 件</strong>
      </h3>
      <p className="quiet">
        {spot.place && `${spot.areaName}，`}
        {formatDateChinese(spot.firstOn)}第一件，最近一件 {formatDateChinese(spot.lastOn)}
      </p>
      <details>
        <summary>
          看是哪{spot.matters.length < spot.count ? `几件（列出最近 ${spot.matters.length} 件）` : '几件'}
        </summary>
        <ul className="plain-list">
          {spot.matters.map(({ id, number, title, receivedOn, state }) => (
            <li key={id}>
              <PageLink to={`/matters/${id}`}>{title}</PageLink>{' '}
              <span className="quiet">
                {formatDateChinese(receivedOn)} · {stateTitle(state)} · {number}
              </span>
            </li>
          ))}
        </ul>
      </details>
      {spot.mayDecide && !past && form === undefined && (
        <div className="form-actions">
          <Button size="small" onClick={() => setForm('lasting')}>
            转为长期治理
            <span className="visually-hidden">：{nameSpot(spot)}</span>
          </Button>
          <Button size="small" type="text" onClick={() => setForm('dismiss')}>
            不作长期治理
            <span className="visually-hidden">：{nameSpot(spot)}</span>
          </Button>
        </div>
      )}
      {form === 'lasting' && <LastingForm spot={spot} close={close} />}
      {form === 'dismiss' && <DismissForm spot={spot} close={close} />}
    </li>
  )
}

/** Places where the same keeps coming, the most first, each with the matters it was counted from. */
export const SpotList = ({ spots }: { spots: readonly HotSpot[] }) => (
  <ul className="plain-list hot-spots">
    {spots.map((spot) => (
      <Spot key={keyOf(spot)} spot={spot} />
    ))}
  </ul>
)
