import { Button } from 'antd'
import { PageLink } from '../../../../../platform/web/address/page-link.tsx'
import { useAction } from '../../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../../platform/web/page/page.tsx'
import { wordInstant } from '../../../../../platform/web/wording/word-instant.ts'
import { forgetSynonym, learnSynonym, listSynonyms } from '../../../contract.ts'
import '../check.css'
import { useState } from 'react'

interface Removed {
  area: string
  phrase: string
  metric: string | null
}

/** 教过的说法: which words of reports people said mean which metric; each can be removed, and brought back at once. */
const WordsPage = () => {
  const { data, error, isPending, refetch } = useRoute(listSynonyms)
  const forgetting = useAction(forgetSynonym)
  const learning = useAction(learnSynonym)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const restore = async () => {
    if (removed && (await learning.send(removed).catch(() => null))) setRemoved(null)
  }
  return (
    <Page
      title="教过的说法"
      lead={
        <>
          对照台账时有人确认过的说法，在所写的区域和它的下级都有效。<PageLink to="/check">去核对</PageLink>
        </>
      }
    >
      <ProblemAlert problem={error ?? forgetting.problem ?? learning.problem} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={4} />}
      {removed && (
        <p role="status" className="taught">
          “{removed.phrase}”删除了。
          <Button size="small" onClick={() => void restore()}>
            撤销
          </Button>
        </p>
      )}
      {data?.synonyms.length === 0 && (
        <EmptyState
          title="教过的说法会列在这里。"
          hint="核对一份汇报，点“对照台账”；系统看不准的数，告诉它是哪个指标，下次就认得了。"
        />
      )}
      <ul className="plain-list taught-words">
        {data?.synonyms.map(({ id, phrase, metric, title, area, areaName, learnedBy, learnedAt, own }) => (
          <li key={id}>
            <p>
              <strong>“{phrase}”</strong>{' '}
              {metric === null ? (
                title
              ) : (
                <>
                  就是 <PageLink to={`/metrics/${metric.split(';')[0]}`}>{title}</PageLink>
                </>
              )}
            </p>
            <p className="quiet">
              {areaName}，{learnedBy}，{wordInstant(learnedAt)}
            </p>
            {own && (
              <Button
                size="small"
                aria-label={`删除“${phrase}”`}
                onClick={() =>
                  void forgetting
                    .send({ id })
                    .then(() => setRemoved({ area, phrase, metric }))
                    .catch(() => undefined)
                }
              >
                删除
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}

export default WordsPage
