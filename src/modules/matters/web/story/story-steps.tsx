import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import type { MatterStory } from '../../contract.ts'
import { PhotoList } from '../photos/photo-list.tsx'

/** What happened, newest first: who, for which body, what was written, what it led to. */
export const StorySteps = ({ steps }: Pick<MatterStory, 'steps'>) => (
  <ol className="timeline">
    {steps.toReversed().map((step) => (
      <li key={step.seq} className={step.kind === 'expire' ? 'ended' : 'changed'}>
        <p className="timeline-head">
          <time dateTime={step.at}>{wordInstant(step.at)}</time>
          <strong>{step.title}</strong>
        </p>
        {step.text && <p>{step.text}</p>}
        <PhotoList photos={step.photos} />
        {step.facts.length > 0 && (
          <ul>
            {step.facts.map(({ title, text }) => (
              <li key={`${title}${text}`}>
                {title}：{text}
              </li>
            ))}
          </ul>
        )}
        <p className="timeline-foot">{step.by ? [step.body, step.by].filter(Boolean).join(' ') : '系统'}</p>
      </li>
    ))}
  </ol>
)
