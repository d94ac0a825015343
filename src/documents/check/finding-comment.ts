import type { Finding } from './finding.ts'
import { findingTitles, severityTitles } from './finding-titles.ts'

/** A finding as a remark beside its words, as a Word comment shows it. */
export const findingComment = ({ kind, severity, start, end, message }: Finding, addition = '') => ({
  start,
  end,
  text: [`【${severityTitles[severity]}·${findingTitles[kind]}】${message}`, addition]
    .filter(Boolean)
    .join('\n'),
})
