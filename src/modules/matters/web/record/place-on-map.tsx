import { Button } from 'antd'
import { useState } from 'react'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { getAreaMap } from '../../../areas/index.ts'
import { AreaMap, type MapMark } from '../../../areas/web/index.ts'

export interface ChosenPlace {
  longitude: number
  latitude: number
}

interface PlaceOnMapProps {
  /** The area whose map is shown. */
  area: string | undefined
  value: ChosenPlace | null
  onChange: (place: ChosenPlace | null) => void
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

const Picker = ({ area, value, onChange }: PlaceOnMapProps) => {
  const { data, error } = useRoute(getAreaMap, { query: { area } }, { keepPrevious: true })
  if (error) return <ProblemAlert problem={error} />
  if (!data) return null
  const set = (longitude: number, latitude: number) =>
    onChange({ longitude: rounded(longitude), latitude: rounded(latitude) })
  if (![data.area, ...data.children].some(({ boundary }) => boundary !== null))
    return <p className="field-help">这个区域还没有画边界，不能在地图上标；写清地点就可以。</p>
  const mark: MapMark[] = value
    ? [{ ...value, key: 'place', text: '', label: '标的位置', href: '#', choose: () => undefined }]
    : []
  return (
    <AreaMap
      label={`${data.area.name}，标位置`}
      area={data.area}
      areas={data.children}
      marks={mark}
      shadeOf={() => undefined}
      textOf={() => ''}
      choose={() => undefined}
      chosen={undefined}
      pick={set}
    />
  )
}

/** Where it is, on the areas' own map or where one stands. The telephone is asked where it is at that tap alone. */
export const PlaceOnMap = (props: PlaceOnMapProps) => {
  const { value, onChange } = props
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState(false)
  const locate = () => {
    setAsking(true)
    setFailed(false)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsking(false)
        onChange({ longitude: rounded(coords.longitude), latitude: rounded(coords.latitude) })
      },
      () => {
        setAsking(false)
        setFailed(true)
      },
      { enableHighAccuracy: true, timeout: 10_000 },
    )
  }
  return (
    <div>
      <div className="next-steps">
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起地图' : '在地图上标位置'}
        </Button>
        {'geolocation' in navigator && window.isSecureContext && (
          <Button size="small" loading={asking} onClick={locate}>
            就在我站的地方
          </Button>
        )}
        {value && (
          <>
            <span className="quiet" role="status">
              已标：{value.longitude}，{value.latitude}
            </span>
            <Button size="small" type="text" onClick={() => onChange(null)}>
              去掉
            </Button>
          </>
        )}
      </div>
      {failed && (
        <p className="field-help" role="alert">
          手机没有告诉位置。可以在地图上标，或者只写地点。
        </p>
      )}
      {open && <Picker {...props} />}
    </div>
  )
}
