import { kinship, titleOf } from '../../../../core/code/index.ts'
import type { ProblemDetails } from '../../../../platform/contract/problem.ts'
import { Section } from '../../../../platform/web/page/section.tsx'
import type { ChangeAnswer } from '../../change-contract.ts'
import './change.css'

interface ChangePreviewProps {
  answer: ChangeAnswer | undefined
  problem: ProblemDetails | null
  asking: boolean
}

const effects = [
  ['done', '确认后自动办理'],
  ['todo', '会留下待办，要有人去做'],
  ['told', '请留意'],
] as const

const wordCode = (code: string | null) => (code ? titleOf(kinship, code) : '未填')

/** What a change would bring about, before anybody confirms it. */
export const ChangePreview = ({ answer, problem, asking }: ChangePreviewProps) => {
  const sure = answer?.relations.filter(({ certain }) => certain) ?? []
  const nothing = answer && answer.consequences.length === 0 && sure.length === 0
  return (
    <Section title="会发生什么">
      <div aria-live="polite" aria-busy={asking}>
        {!answer && (
          <p className="quiet">
            {problem ? problem.title : '填好左边的内容，这里会列出确认后的结果。现在什么都还没有改。'}
          </p>
        )}
        {answer && <p className="change-title">{answer.title}</p>}
        {nothing && <p className="quiet">没有别的影响。</p>}
        {sure.length > 0 && (
          <>
            <h3>与户主关系</h3>
            <ul className="plain-list">
              {sure.map(({ person, name, before, code }) => (
                <li key={person}>
                  {name}：{wordCode(before)} → {wordCode(code)}
                </li>
              ))}
            </ul>
          </>
        )}
        {effects.map(([effect, title]) => {
          const listed = answer?.consequences.filter((one) => one.effect === effect) ?? []
          return (
            listed.length > 0 && (
              <div key={effect} className="change-effect">
                <h3>{title}</h3>
                <ul className="plain-list">
                  {listed.map((one) => (
                    <li key={`${one.kind}.${one.record}`}>
                      {one.title}
                      {one.due && <p className="quiet">{one.due} 前办</p>}
                    </li>
                  ))}
                </ul>
              </div>
            )
          )
        })}
      </div>
    </Section>
  )
}
