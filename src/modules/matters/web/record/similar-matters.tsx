import { Button } from 'antd'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { joinMatter, type MatterLine } from '../../contract.ts'
import { stateTitle } from '../words.ts'

/** Matters that may be the same, before another is opened: joining counts one more report. */
export const SimilarMatters = ({ rows }: { rows: readonly MatterLine[] }) => {
  const { send, problem } = useAction(joinMatter)
  const go = useGo()
  if (rows.length === 0) return null
  return (
    <Section title="可能已有人反映">
      <ProblemAlert problem={problem} />
      <ul className="plain-list similar-matters">
        {rows.map((matter) => (
          <li key={matter.id}>
            <PageLink to={`/matters/${matter.id}`}>{matter.title}</PageLink>
            <span className="quiet">
              {stateTitle(matter.state)} · {matter.place || matter.areaName} · {matter.reports} 人反映
            </span>
            <Button
              size="small"
              onClick={() =>
                void send({ id: matter.id, seen: 1 }).then(
                  () => go(`/matters/${matter.id}`),
                  () => undefined,
                )
              }
            >
              同一件，一并记上
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
