import { MinusOutlined, PlusOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId, useMemo, useRef } from 'react'
import type { BuildingView, FacilityView, MapArea } from '../../contract.ts'
import { FacilityMarks } from './facility-marks.tsx'
import { type Projection, projectionOf } from './projection.ts'
import { useView } from './use-view.ts'

interface AreaMapProps {
  label: string
  area: MapArea
  areas: readonly MapArea[]
  buildings: readonly BuildingView[]
  facilities: readonly FacilityView[]
  /** The shade of an area, 0 the lightest; undefined: none. */
  shadeOf: (path: string) => number | undefined
  /** What stands below an area's name. */
  textOf: (path: string) => string
  choose: (path: string) => void
  chosen: string | undefined
  chooseBuilding: (building: BuildingView) => void
  chooseFacility: (facility: FacilityView) => void
}

const ratio = 1.6

/** The names of a community's grids mostly begin with its own, which stands above the map. */
const shorten = (name: string, above: string): string => {
  const own = above.replace(/(社区|街道|村)$/, '')
  return own !== '' && name.startsWith(own) && name.length > own.length + 1 ? name.slice(own.length) : name
}

const wordBuilding = (building: BuildingView) =>
  `${building.estate}${building.number}幢，${building.households} 户 ${building.persons} 人`

/** Our own boundaries on a grey ground, without anybody's tiles. The list beside it says the same in words. */
export const AreaMap = (props: AreaMapProps) => {
  const { area, areas, buildings, facilities } = props
  const projection = useMemo(() => {
    const drawn = [area, ...areas].flatMap(({ boundary }) => (boundary ? [boundary] : []))
    const points = [...buildings, ...facilities].flatMap(({ longitude, latitude }) =>
      longitude === null || latitude === null ? [] : [[longitude, latitude] as const],
    )
    return projectionOf(drawn, points, ratio)
  }, [area, areas, buildings, facilities])
  return projection ? <Drawing {...props} projection={projection} /> : null
}

const Drawing = (props: AreaMapProps & { projection: Projection }) => {
  const { label, area, areas, buildings, shadeOf, textOf, choose, chosen, chooseBuilding, projection } = props
  const frame = useRef<SVGSVGElement>(null)
  const hint = useId()
  const { view, scale, nearer, farther, reset, dragged, handlers } = useView(projection.whole, frame)
  const drawn = areas.filter(({ boundary }) => boundary !== null)
  const text = 13 * scale
  return (
    <figure className="area-map">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no drawing */}
      <svg
        ref={frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map itself is moved with the arrow keys
        tabIndex={0}
        role="group"
        aria-label={label}
        aria-describedby={hint}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        {...handlers}
      >
        {area.boundary && <path className="map-ground" d={projection.pathOf(area.boundary)} />}
        {drawn.map(({ path, name, boundary }) => (
          <a
            key={path}
            href={`?area=${path}`}
            className={path === chosen ? 'map-area chosen' : 'map-area'}
            data-shade={shadeOf(path)}
            aria-label={`${name}，${textOf(path)}`}
            onClick={(event) => {
              event.preventDefault()
              if (!dragged()) choose(path)
            }}
          >
            <path d={projection.pathOf(boundary!)} strokeWidth={1.5 * scale} />
          </a>
        ))}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: names of areas, which the links above carry already */}
        <g aria-hidden="true" className="map-labels">
          {drawn.map(({ path, name, boundary }) => {
            const [x, y] = projection.centre(boundary!)
            return (
              <text key={path} x={x} y={y} fontSize={text} strokeWidth={3 * scale}>
                <tspan x={x}>{shorten(name, area.name)}</tspan>
                <tspan x={x} dy={text * 1.25}>
                  {textOf(path)}
                </tspan>
              </text>
            )
          })}
        </g>
        {buildings.map((building) => {
          if (building.longitude === null || building.latitude === null) return null
          const [x, y] = projection.project([building.longitude, building.latitude])
          return (
            <a
              key={`${building.estate} ${building.number}`}
              href={`?building=${encodeURIComponent(`${building.estate}${building.number}`)}`}
              className="map-building"
              aria-label={wordBuilding(building)}
              onClick={(event) => {
                event.preventDefault()
                if (!dragged()) chooseBuilding(building)
              }}
            >
              <circle cx={x} cy={y} r={11 * scale} strokeWidth={1.5 * scale} />
              <text x={x} y={y + 4 * scale} fontSize={11 * scale}>
                {building.number}
              </text>
            </a>
          )
        })}
        <FacilityMarks
          facilities={props.facilities}
          projection={projection}
          scale={scale}
          choose={(facility) => !dragged() && props.chooseFacility(facility)}
        />
      </svg>
      <figcaption>
        <span className="map-tools">
          <Button aria-label="放大" icon={<PlusOutlined />} onClick={nearer} />
          <Button aria-label="缩小" icon={<MinusOutlined />} onClick={farther} />
          <Button aria-label="恢复原来的范围" icon={<UndoOutlined />} onClick={reset} />
        </span>
        <span id={hint} className="quiet">
          拖动或用方向键移动，加减键或 Ctrl 加滚轮缩放，0 键复原。
        </span>
      </figcaption>
    </figure>
  )
}
