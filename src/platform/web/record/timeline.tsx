import { formatDateChinese } from '../../../core/time/format-date.ts'
import type { HistoryStep } from '../../contract/records.ts'
import { wordInstant } from '../wording/word-instant.ts'

const kindTitles: Record<HistoryStep['kind'], string> = {
  created: '登记',
  changed: '变更',
  corrected: '更正',
  ended: '移出',
  resumed: '恢复',
}

const ChangeList = ({ changes }: Pick<HistoryStep, 'changes'>) => (
  <ul>
    {changes.map((change) => (
      <li key={change.field}>
        {change.title}：{change.before && <del>{change.before}</del>}
        {change.before && ' → '}
        <ins>{change.after || '（清空）'}</ins>
      </li>
    ))}
  </ul>
)

const few = 4

/** Few changes are read at once; the many of a first registration are folded. */
const Changes = ({ step }: { step: HistoryStep }) => {
  if (step.changes.length === 0) return null
  if (step.changes.length <= few) return <ChangeList changes={step.changes} />
  return (
    <details>
      <summary>
        {kindTitles[step.kind]}了 {step.changes.length} 项
      </summary>
      <ChangeList changes={step.changes} />
    </details>
  )
}

/** What happened to records, newest first: since when it holds, what was before, who recorded it and why. */
export const Timeline = ({ steps }: { steps: readonly HistoryStep[] }) => {
  if (steps.length === 0) return <p className="quiet">还没有变更记录。</p>
  return (
    <ol className="timeline">
      {steps.map((step) => (
        <li
          key={`${step.definition}.${step.record}.${step.version}.${step.recordedAt}`}
          className={step.kind}
        >
          <p className="timeline-head">
            <time dateTime={step.on}>{formatDateChinese(step.on)}</time>
            <strong>
              {kindTitles[step.kind]}
              {step.definitionTitle}
            </strong>
            {step.cause && <span>{step.cause}</span>}
          </p>
          <Changes step={step} />
          <p className="timeline-foot">
            {step.by} 记于 {wordInstant(step.recordedAt)}
            {step.reason && `。说明：${step.reason}`}
          </p>
        </li>
      ))}
    </ol>
  )
}
