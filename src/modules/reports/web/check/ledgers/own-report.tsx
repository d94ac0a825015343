import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { FoundFigures } from '../../../../../documents/figures/index.ts'
import { PageLink } from '../../../../../platform/web/address/page-link.tsx'
import { useAction } from '../../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../../platform/web/page/section.tsx'
import { useMay } from '../../../../../platform/web/session/use-me.ts'
import { verifyFigures } from '../../../contract.ts'
import { VerdictList } from '../../verify/verdict-list.tsx'

type Answer = z.infer<typeof verifyFigures.output>

const textsOf = ({ figures }: FoundFigures): Record<string, string> =>
  Object.fromEntries(figures.flatMap(({ id, text }) => (text === null ? [] : [[id, text] as const])))

/** For our own reports: every marked number held against the ledgers. Only these numbers are sent. */
export const AgainstLedgers = ({ figures }: { figures: FoundFigures }) => {
  const may = useMay()
  const { send, sending, problem } = useAction(verifyFigures)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const start = async () => {
    const told = await send({ report: figures.report, texts: textsOf(figures) }).catch(() => null)
    if (told) setAnswer(told)
  }
  return (
    <Section title="与台账核对">
      <div className="against-ledgers">
        {!answer && (
          <p>
            这是系统生成的汇报，{figures.figures.length} 个数字带着出处。
            {may('report.write')
              ? '核对时只把这些数字发给服务器，文件仍不上传。'
              : '您现任的岗位不能与台账核对。'}
          </p>
        )}
        {may('report.write') && !answer && (
          <Button type="primary" loading={sending} onClick={() => void start()}>
            与台账核对
          </Button>
        )}
        <ProblemAlert problem={problem} />
        {answer && (
          <>
            <p>
              <PageLink to={`/reports/${figures.report}`}>{answer.title}</PageLink>
            </p>
            <VerdictList results={answer.results} />
          </>
        )}
      </div>
    </Section>
  )
}

/** The file has marks of ours that cannot be read any more. */
export const FiguresRefused = ({ message }: { message: string }) => (
  <Alert type="warning" showIcon title={message} />
)
