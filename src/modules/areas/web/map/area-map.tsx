import { MinusOutlined, PlusOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId, useMemo, useRef } from 'react'
import type { FacilityView, MapArea } from '../../contract.ts'
import '../areas.css'
import { FacilityMarks } from './facility-marks.tsx'
import { type Projection, projectionOf } from './projection.ts'
import { useView } from './use-view.ts'

/** A place that is marked by a circle, such as a building. */
export interface MapMark {
  readonly key: string
  readonly longitude: number
  readonly latitude: number
  /** Within the circle; short. */
  readonly text: string
  /** All of it, for who does not see it. */
  readonly label: string
  readonly href: string
  /** Circles of many things are larger: 1 is usual. */
  readonly size?: number
  readonly className?: string
  choose(): void
}

interface AreaMapProps {
  label: string
  area: MapArea
  areas: readonly MapArea[]
  marks: readonly MapMark[]
  facilities?: readonly FacilityView[]
  chooseFacility?: (facility: FacilityView) => void
  /** The shade of an area, 0 the lightest; undefined: none. */
  shadeOf: (path: string) => number | undefined
  /** What stands below an area's name. */
  textOf: (path: string) => string
  choose: (path: string) => void
  chosen: string | undefined
  /** Asks for a place: called with where the map was clicked, or its middle by Enter, in degrees, in place of `choose`. */
  pick?: ((longitude: number, latitude: number) => void) | undefined
}

const ratio = 1.6
const none: readonly FacilityView[] = []

/** The names of a community's grids mostly begin with its own, which stands above the map. */
const shorten = (name: string, above: string): string => {
  const own = above.replace(/(社区|街道|村)$/, '')
  return own !== '' && name.startsWith(own) && name.length > own.length + 1 ? name.slice(own.length) : name
}

/** Our own boundaries on a grey ground, without anybody's tiles. The list beside it says the same in words. */
export const AreaMap = (props: AreaMapProps) => {
  const { area, areas, marks, facilities = none, pick } = props
  // Pages make their marks anew whenever they are drawn; the frame changes only where the places do.
  const places = JSON.stringify(
    pick
      ? []
      : [...marks, ...facilities].flatMap(({ longitude, latitude }) =>
          longitude === null || latitude === null ? [] : [[longitude, latitude]],
        ),
  )
  const projection = useMemo(() => {
    const drawn = [area, ...areas].flatMap(({ boundary }) => (boundary ? [boundary] : []))
    return projectionOf(drawn, JSON.parse(places) as [number, number][], ratio)
  }, [area, areas, places])
  return projection ? <Drawing {...props} projection={projection} /> : null
}

const Drawing = (props: AreaMapProps & { projection: Projection }) => {
  const { label, area, areas, marks, shadeOf, textOf, choose, chosen, pick, projection } = props
  const frame = useRef<SVGSVGElement>(null)
  const hint = useId()
  const { view, scale, nearer, farther, reset, dragged, handlers } = useView(projection.whole, frame)
  const middle = [view.x + view.width / 2, view.y + view.height / 2] as const
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
        data-picking={pick ? 'true' : undefined}
        onClick={(event) => {
          const matrix = frame.current?.getScreenCTM()
          if (!pick || dragged() || !matrix) return
          event.preventDefault()
          const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
          pick(...projection.placeAt([x, y]))
        }}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        {...handlers}
        onKeyDown={(event) => {
          if (pick && event.key === 'Enter') pick(...projection.placeAt(middle))
          else handlers.onKeyDown(event)
        }}
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
              if (!dragged() && !pick) choose(path)
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
        {marks.map((mark) => {
          const [x, y] = projection.project([mark.longitude, mark.latitude])
          const size = (mark.size ?? 1) * scale
          return (
            <a
              key={mark.key}
              href={mark.href}
              className={mark.className ?? 'map-building'}
              aria-label={mark.label}
              onClick={(event) => {
                if (pick) return
                event.preventDefault()
                if (!dragged()) mark.choose()
              }}
            >
              <circle cx={x} cy={y} r={11 * size} strokeWidth={1.5 * scale} />
              <text x={x} y={y + 4 * scale} fontSize={11 * scale}>
                {mark.text}
              </text>
            </a>
          )
        })}
        {props.facilities && (
          <FacilityMarks
            facilities={props.facilities}
            projection={projection}
            scale={scale}
            choose={(facility) => !dragged() && props.chooseFacility?.(facility)}
          />
        )}
        {pick && (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a cross that shows where Enter would pick
          <path
            aria-hidden="true"
            className="map-aim"
            d={`M${middle[0] - 9 * scale} ${middle[1]}h${18 * scale}M${middle[0]} ${middle[1] - 9 * scale}v${18 * scale}`}
            strokeWidth={1.5 * scale}
          />
        )}
      </svg>
      <figcaption>
        <span className="map-tools">
          <Button aria-label="放大" icon={<PlusOutlined />} onClick={nearer} />
          <Button aria-label="缩小" icon={<MinusOutlined />} onClick={farther} />
          <Button aria-label="恢复原来的范围" icon={<UndoOutlined />} onClick={reset} />
        </span>
        <span id={hint} className="quiet">
          拖动或用方向键移动，加减键或 Ctrl 加滚轮缩放，0 键复原。
          {pick && '点一下地图，或按回车键取十字所在的地方。'}
        </span>
      </figcaption>
    </figure>
  )
}
