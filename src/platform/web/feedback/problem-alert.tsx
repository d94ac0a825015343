import { Alert, Button } from 'antd'
import type { ProblemDetails } from '../../contract/problem.ts'
import { asProblem } from '../api/problem-error.ts'

interface ProblemAlertProps {
  /** A problem, anything thrown, or null: nothing is drawn. */
  problem: ProblemDetails | Error | null | undefined
  retry?: () => void
}

const wordPlace = (place: NonNullable<ProblemDetails['places']>[number]): string => {
  const at = [
    place.sheet && `表“${place.sheet}”`,
    place.row && `第 ${place.row} 行`,
    place.column && `${place.column} 列`,
  ].filter(Boolean)
  return at.length > 0 ? `${at.join(' ')}：${place.message}` : place.message
}

/** Says what went wrong, where, and what to do; the places are listed one by one. */
export const ProblemAlert = ({ problem, retry }: ProblemAlertProps) => {
  if (!problem) return null
  const details = 'status' in problem ? problem : asProblem(problem)
  return (
    <Alert
      type="error"
      showIcon
      title={details.title}
      description={
        details.places && details.places.length > 0 ? (
          <ul className="places">
            {details.places.map((place) => (
              <li key={`${place.sheet}.${place.row}.${place.column}.${place.field}.${place.message}`}>
                {wordPlace(place)}
              </li>
            ))}
          </ul>
        ) : undefined
      }
      action={
        retry && (
          <Button size="small" onClick={retry}>
            再试一次
          </Button>
        )
      }
    />
  )
}
