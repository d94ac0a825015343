import { useMemo, useState } from 'react'
import type { CheckResult, Finding, FindingKind, Severity } from '../../../../documents/check/index.ts'
import { type Decision, type Decisions, keyOf, readDecisions, saveDecisions } from './decisions.ts'

/** A finding with its number in the text and what was decided about it. */
export interface Numbered {
  finding: Finding
  /** From 1, in the order of the text. */
  number: number
  decision: Decision | undefined
}

export interface FindingFilter {
  severity: Severity | null
  kind: FindingKind | null
  /** Those decided upon are hidden. */
  openOnly: boolean
}

const passes = ({ finding, decision }: Numbered, { severity, kind, openOnly }: FindingFilter): boolean =>
  (severity === null || finding.severity === severity) &&
  (kind === null || finding.kind === kind) &&
  !(openOnly && decision)

interface Step {
  number: number
  before: Decisions
}

/** The findings of a text, which of them are shown, which is looked at, and what was decided. */
export const useFindings = (result: CheckResult) => {
  const [decisions, setDecisions] = useState<Decisions>(() => readDecisions(result.text))
  const [filter, setFilter] = useState<FindingFilter>({ severity: null, kind: null, openOnly: false })
  const [selected, setSelected] = useState<number | null>(null)
  const [asking, setAsking] = useState(false)
  const [past, setPast] = useState<readonly Step[]>([])
  const all = useMemo<Numbered[]>(
    () =>
      result.findings.map((finding, at) => ({
        finding,
        number: at + 1,
        decision: decisions[keyOf(finding)],
      })),
    [result, decisions],
  )
  const shown = all.filter((one) => passes(one, filter))
  const keep = (next: Decisions) => {
    setDecisions(next)
    saveDecisions(result.text, next)
  }
  const select = (number: number | null) => {
    setSelected(number)
    setAsking(false)
  }
  const decide = ({ finding, number }: Pick<Numbered, 'finding' | 'number'>, decision: Decision | null) => {
    const { [keyOf(finding)]: _, ...others } = decisions
    setPast([...past, { number, before: decisions }])
    setAsking(false)
    keep(decision ? { ...others, [keyOf(finding)]: decision } : others)
  }
  /** Takes back the latest decision made on this page, and looks at its finding again. */
  const undo = () => {
    const last = past.at(-1)
    if (!last) return
    setPast(past.slice(0, -1))
    keep(last.before)
    select(last.number)
  }
  /** Looks at the next shown finding, or the one before. */
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ number }) => number === selected)
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by]
    if (next) select(next.number)
  }
  const looked = all.find(({ number }) => number === selected)
  return {
    all,
    shown,
    filter,
    setFilter,
    selected,
    select,
    looked,
    asking,
    setAsking,
    decide,
    undo: past.length > 0 ? undo : undefined,
    step,
  }
}
