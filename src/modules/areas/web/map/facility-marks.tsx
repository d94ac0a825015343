import type { FacilityView } from '../../contract.ts'
import type { Projection } from './projection.ts'

interface FacilityMarksProps {
  facilities: readonly FacilityView[]
  projection: Projection
  scale: number
  choose: (facility: FacilityView) => void
}

/** Places and facilities on the map: a square each, filled where something is broken. */
export const FacilityMarks = ({ facilities, projection, scale, choose }: FacilityMarksProps) =>
  facilities.map((facility) => {
    const { id, name, state, broken, longitude, latitude } = facility
    if (longitude === null || latitude === null) return null
    const [x, y] = projection.project([longitude, latitude])
    const half = 6 * scale
    return (
      <a
        key={id}
        href={`/registry/facilities/${id}`}
        className={broken ? 'map-facility broken' : 'map-facility'}
        aria-label={`${name}，${state}`}
        onClick={(event) => {
          event.preventDefault()
          choose(facility)
        }}
      >
        <title>{`${name}，${state}`}</title>
        <rect x={x - half} y={y - half} width={2 * half} height={2 * half} strokeWidth={1.5 * scale} />
      </a>
    )
  })
