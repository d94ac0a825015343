import { useState } from 'react'
import type { z } from 'zod'
import { StatusTag, type Tone } from '../../../../platform/web/feedback/status-tag.tsx'
import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import type { verifyFigures } from '../../contract.ts'
import './verdict-list.css'

type Result = z.infer<typeof verifyFigures.output>['results'][number]
type Verdict = Result['verdict']

const words: Readonly<Record<Verdict, { title: string; meaning: string; tone: Tone }>> = {
  altered: { title: '被人改过', meaning: '文中的数和系统填的不一样', tone: 'bad' },
  stale: { title: '台账已变', meaning: '文中的数没改，台账后来有更正', tone: 'look' },
  removed: { title: '已删除', meaning: '文中找不到这个数了', tone: 'plain' },
  unknown: { title: '无法核对', meaning: '系统里没有这个数的出处', tone: 'plain' },
  confirmed: { title: '与台账一致', meaning: '文中的数和台账一致', tone: 'good' },
}
const order = Object.keys(words) as Verdict[]

/** Every figure of a report held against the ledgers: those one must look at, the others where one asks. */
export const VerdictList = ({ results }: { results: readonly Result[] }) => {
  const [shown, setShown] = useState<Verdict | null>(null)
  const count = (verdict: Verdict) => results.filter((result) => result.verdict === verdict).length
  const present = order.filter((verdict) => count(verdict) > 0)
  const listed = results
    .filter(({ verdict }) => (shown === null ? verdict !== 'confirmed' : verdict === shown))
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  return (
    <div className="verdicts">
      <p role="status">
        {count('confirmed') === results.length
          ? `${results.length} 个数字全部与台账一致。`
          : `${results.length} 个数字，${count('confirmed')} 个与台账一致，其余请看下面。`}
      </p>
      <ul className="verdict-filter" aria-label="按结果筛选">
        {present.map((verdict) => (
          <li key={verdict}>
            <button
              type="button"
              aria-pressed={shown === verdict}
              title={words[verdict].meaning}
              onClick={() => setShown(shown === verdict ? null : verdict)}
            >
              {words[verdict].title} {count(verdict)}
            </button>
          </li>
        ))}
      </ul>
      <ul className="verdict-list">
        {listed.map((result) => (
          <li key={result.figure.id}>
            <p className="verdict-head">
              <StatusTag tone={words[result.verdict].tone}>{words[result.verdict].title}</StatusTag>
              <strong>{result.figure.title}</strong>
              <span className="quiet">{result.figure.areaName}</span>
            </p>
            <p>
              {result.text === null ? '文中没有' : `文中“${result.text}”`}，成文时{' '}
              <SourceLens
                figure={result.figure}
                label={`${result.figure.title}成文时 ${result.figure.text}${result.figure.unit}，查看出处`}
              />
              {result.figure.unit}
              {result.current !== null && `，台账现在 ${result.current}${result.figure.unit}`}。
            </p>
            {result.verdict !== 'confirmed' && <p>{result.message}</p>}
            <p className="quiet">口径：{result.figure.description}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
