import { useEffect, useRef } from 'react'
import { findingTitles, severityTitles } from '../../../../documents/check/finding-titles.ts'
import { DecideFinding } from './decide-finding.tsx'
import type { Decision } from './decisions.ts'
import type { Numbered } from './use-findings.ts'

interface FindingListProps {
  shown: readonly Numbered[]
  selected: number | null
  /** Looks at a finding; `jump` brings its place in the text into sight as well. */
  select: (number: number, jump: boolean) => void
  decide: (one: Numbered, decision: Decision | null) => void
  asking: boolean
  ask: (asking: boolean) => void
}

const decisionTitles = { accepted: '属实', dismissed: '不是问题' } as const

/** The findings, one below the other; the one looked at can be decided upon. */
export const FindingList = ({ shown, selected, select, decide, asking, ask }: FindingListProps) => {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (selected === null) return
    const item = list.current?.querySelector(`[data-finding="${selected}"]`)
    item?.scrollIntoView({ block: 'nearest' })
    item?.querySelector<HTMLElement>('.finding-head')?.focus({ preventScroll: true })
  }, [selected])
  return (
    <ol className="finding-list" ref={list}>
      {shown.map((one) => {
        const { finding, number, decision } = one
        return (
          <li
            key={number}
            data-finding={number}
            className={[finding.severity, decision && 'decided', number === selected && 'looked']
              .filter(Boolean)
              .join(' ')}
          >
            <button
              type="button"
              className="finding-head"
              aria-expanded={number === selected}
              onClick={() => select(number, true)}
            >
              <span className="finding-at">{number}</span>
              <strong>{findingTitles[finding.kind]}</strong>
              <span className="finding-severity">{severityTitles[finding.severity]}</span>
              {decision && <span className="finding-decision">{decisionTitles[decision.kind]}</span>}
            </button>
            <p className="finding-message">{finding.message}</p>
            {decision?.reason && <p className="quiet">理由：{decision.reason}</p>}
            {number === selected && (
              <DecideFinding
                key={number}
                decision={decision}
                decide={(made) => decide(one, made)}
                asking={asking}
                ask={ask}
              />
            )}
          </li>
        )
      })}
    </ol>
  )
}
