import { useState } from 'react'
import type { CheckResult } from '../../../../../documents/check/index.ts'
import { StatusTag } from '../../../../../platform/web/feedback/status-tag.tsx'
import { SourceLens } from '../../../../../platform/web/lens/source-lens.tsx'
import { type Compared, verdictWords } from '../../../against/verdict-words.ts'
import '../../verify/verdict-list.css'
import { TeachWord } from './teach-word.tsx'
import type { Comparison } from './use-comparison.ts'

interface ComparedListProps {
  result: CheckResult
  results: readonly Compared[]
  comparison: Comparison
  showInText: (quantity: number) => void
}

type Verdict = Compared['verdict']

const order = Object.keys(verdictWords) as Verdict[]
const tones = { good: 'good', bad: 'look', plain: 'plain' } as const

const ComparedItem = ({
  result,
  one,
  comparison,
  showInText,
}: Omit<ComparedListProps, 'results'> & { one: Compared }) => {
  const { text, unit, subject } = result.quantities[one.number]!
  const words = verdictWords[one.verdict]
  const { figure } = one
  return (
    <li data-compared={one.number} data-verdict={one.verdict}>
      <p className="verdict-head">
        <StatusTag tone={tones[words.tone]}>{words.title}</StatusTag>
        <button type="button" className="to-text" onClick={() => showInText(one.number)}>
          {one.phrase || subject || '这个数'} {text}
          {unit}
        </button>
      </p>
      {figure && one.verdict !== 'unknown' ? (
        <p>
          {figure.areaName}
          {figure.from && ` ${figure.from} 至`} {figure.asOf}，{figure.title}{' '}
          <SourceLens
            figure={figure}
            label={`台账里的${figure.title} ${figure.text}${figure.unit}，查看出处`}
          />
          {figure.unit}
          {one.difference !== null &&
            `，文中${one.difference > 0 ? '多' : '少'} ${Math.abs(one.difference)}${figure.unit}`}
          。
        </p>
      ) : (
        <p>{one.message}</p>
      )}
      {figure && <p className="quiet">口径：{figure.description}</p>}
      {one.phrase !== '' && one.verdict !== 'confirmed' && <TeachWord one={one} comparison={comparison} />}
    </li>
  )
}

/** The answers for a report's numbers: those that differ first; each can be told what it counts. */
export const ComparedList = ({ result, results, comparison, showInText }: ComparedListProps) => {
  const [shown, setShown] = useState<Verdict | null>(null)
  const count = (verdict: Verdict) => results.filter((one) => one.verdict === verdict).length
  const listed = results
    .filter(({ verdict }) => shown === null || verdict === shown)
    .sort(
      (one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict) || one.number - other.number,
    )
  return (
    <div className="verdicts">
      <p role="status">
        对照了 {results.length} 个数：{count('confirmed')} 个与台账一致，{count('differs')} 个不同，其余{' '}
        {results.length - count('confirmed') - count('differs')} 个没有结论。
      </p>
      <ul className="verdict-filter" aria-label="按结果筛选">
        {order
          .filter((verdict) => count(verdict) > 0)
          .map((verdict) => (
            <li key={verdict}>
              <button
                type="button"
                aria-pressed={shown === verdict}
                title={verdictWords[verdict].meaning}
                onClick={() => setShown(shown === verdict ? null : verdict)}
              >
                {verdictWords[verdict].title} {count(verdict)}
              </button>
            </li>
          ))}
      </ul>
      <ul className="verdict-list">
        {listed.map((one) => (
          <ComparedItem
            // Told anew when a person taught what it is.
            key={`${one.number}.${one.verdict}`}
            result={result}
            one={one}
            comparison={comparison}
            showInText={showInText}
          />
        ))}
      </ul>
    </div>
  )
}
