import { Button } from 'antd'
import { formatDateChinese } from '../../../../core/time/index.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { type DismissedSpot, type LastingTask, proposeAgain } from '../../contract-hot-spots.ts'
import { categoryTitle, stateTitle } from '../words.ts'

/** What is dealt with for good: since when, by whom, until when, and what came meanwhile. */
export const TaskList = ({ tasks }: { tasks: readonly LastingTask[] }) => (
  <ul className="plain-list hot-spots">
    {tasks.map((task) => (
      <li key={task.id} className="hot-spot">
        <h3>
          <PageLink to={`/matters/${task.id}`}>{task.title}</PageLink>
        </h3>
        <p className="quiet">
          {task.place || task.areaName} · {categoryTitle(task.category)} · {task.ownerTitle} ·{' '}
          {stateTitle(task.state)}
        </p>
        <p className="quiet">
          自{formatDateChinese(task.since)}治理，
          <span className={task.overdue ? 'overdue' : undefined}>
            期限 {formatDateChinese(task.dueOn)}
            {task.overdue && '，已超期'}
          </span>
          {task.countSince > 0 && `；治理期间又来 ${task.countSince} 件`}
        </p>
      </li>
    ))}
  </ul>
)

/** What was left as it is, by whom and why. */
export const DismissedList = ({ spots }: { spots: readonly DismissedSpot[] }) => {
  const { send, sending, problem } = useAction(proposeAgain)
  return (
    <>
      <ProblemAlert problem={problem} />
      <ul className="plain-list hot-spots">
        {spots.map((spot) => (
          <li key={spot.id} className="hot-spot">
            <h3>
              {spot.place || spot.areaName} · {categoryTitle(spot.category)} {spot.count} 件
            </h3>
            <p className="quiet">
              {formatDateChinese(spot.on)}，{spot.by}：{spot.reason}
            </p>
            {spot.mayDecide && (
              <Button
                size="small"
                type="text"
                disabled={sending}
                onClick={() => void send({ id: spot.id }).catch(() => undefined)}
              >
                重新提出
                <span className="visually-hidden">：{spot.place || spot.areaName}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
