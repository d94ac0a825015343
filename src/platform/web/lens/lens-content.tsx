import { type Figure, getFigures } from '../../contract/figures.ts'
import { useRoute } from '../api/use-route.ts'
import { Loading } from '../feedback/loading.tsx'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { FigureExplained } from './figure-explained.tsx'
import type { LensSource } from './lens-source.ts'
import { StatedExplained } from './stated-explained.tsx'

const useFigure = ({
  figure,
  metric,
  ...at
}: LensSource): { figure: Figure | undefined; error: Error | null } => {
  const { area, asOf, from } = at as { area?: string; asOf?: string; from?: string }
  const { data, error } = useRoute(
    getFigures,
    { query: { names: metric ?? '', area, asOf, from } },
    { enabled: metric !== undefined },
  )
  return { figure: figure ?? data?.figures[0], error }
}

/** The inside of the lens, fetched with the first lens that is opened. */
const LensContent = ({ source, close }: { source: LensSource; close: () => void }) => {
  const { figure, error } = useFigure(source)
  return (
    <div className="lens-content">
      {figure && <FigureExplained figure={figure} />}
      {source.stated && <StatedExplained stated={source.stated} />}
      {!figure && !source.stated && (error ? <ProblemAlert problem={error} /> : <Loading lines={4} />)}
      <button type="button" className="lens-close" onClick={close}>
        关闭
      </button>
    </div>
  )
}

export default LensContent
