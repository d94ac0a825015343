import { useParams } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { type DifferenceKind, decideReturn, differenceKind, getFormReturn } from '../../contract-returns.ts'
import '../forms.css'
import { differenceWords } from '../words.ts'
import { DifferenceTable } from './difference-table.tsx'

/** A form that came back, three ways side by side: what was sent, what is held now, what came back. */
const ReturnPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [kind, setKind] = useState<DifferenceKind | undefined>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [mode, setMode] = useState<'correction' | 'change'>('correction')
  const { today } = useViewpoint()
  const mayWrite = useMayWrite('ledger.write')
  const decide = useAction(decideReturn)
  const { data, error, refetch } = useRoute(
    getFormReturn,
    { params: { id }, query: { kind, limit: 200 } },
    { keepPrevious: true, every: (view) => (!view || view.state === 'reading' ? 1500 : false) },
  )
  if (!data)
    return (
      <Page title="回收的表格">
        <ProblemAlert problem={error} retry={() => void refetch()} />
        {!error && <Loading lines={8} />}
      </Page>
    )
  const open = data.differences.filter((each) => each.decidable && each.decision === 'open')
  const picked = open.filter((each) => chosen.has(each.id)).map((each) => each.id)
  const settle = (side: 'accept' | 'keep') =>
    void decide.send({ id, [side]: picked, on: today, mode }).then(
      () => setChosen(new Set()),
      () => undefined,
    )
  const kinds = differenceKind.options.filter((each) => (data.counts[each] ?? 0) > 0)
  return (
    <Page
      title={`回收的“${data.title}”`}
      lead={
        <>
          <PageLink to={`/forms/${data.request}`}>回到这张表</PageLink> {data.fileName}
        </>
      }
    >
      {data.state === 'reading' && (
        <p>
          正在逐格比对……
          <span className="job-running" role="progressbar" aria-label="正在比对" />
        </p>
      )}
      {data.state === 'failed' && <ProblemAlert problem={new Error(data.message)} />}
      {(data.state === 'ready' || data.state === 'done') && (
        <>
          <p role="status">
            {data.counts.same ?? 0} 格没有变化
            {(data.counts.open ?? 0) > 0 ? `，${data.counts.open} 处等您定。` : '，没有待定的了。'}
          </p>
          {kinds.length === 0 && <EmptyState title="交回来的表和发出的一样，没有要改的。" />}
          {kinds.length > 0 && (
            <>
              <fieldset className="form-sheets">
                <legend>只看</legend>
                <button type="button" aria-pressed={kind === undefined} onClick={() => setKind(undefined)}>
                  全部
                </button>
                {kinds.map((each) => (
                  <button key={each} type="button" aria-pressed={kind === each} onClick={() => setKind(each)}>
                    {differenceWords[each].title} {data.counts[each]}
                  </button>
                ))}
              </fieldset>
              {kind && <p className="quiet">{differenceWords[kind].hint}</p>}
              <ProblemAlert problem={decide.problem} />
              {open.length > 0 && mayWrite && (
                <div className="form-decide">
                  <Button
                    onClick={() =>
                      setChosen(
                        picked.length === open.length ? new Set() : new Set(open.map((each) => each.id)),
                      )
                    }
                  >
                    {picked.length === open.length ? '都不选' : `选中待定的 ${open.length} 处`}
                  </Button>
                  <Radio.Group
                    aria-label="怎么写入台账"
                    value={mode}
                    options={[
                      { value: 'correction', label: '原来就记错了，更正' },
                      { value: 'change', label: '今天起变了，变更' },
                    ]}
                    onChange={(event) => setMode(event.target.value)}
                  />
                  <Button
                    type="primary"
                    disabled={picked.length === 0}
                    loading={decide.sending}
                    onClick={() => settle('accept')}
                  >
                    采纳 {picked.length} 处
                  </Button>
                  <Button disabled={picked.length === 0} onClick={() => settle('keep')}>
                    保留台账的
                  </Button>
                </div>
              )}
              <DifferenceTable
                differences={data.differences}
                chosen={chosen}
                toggle={(each) => {
                  const next = new Set(chosen)
                  if (!next.delete(each)) next.add(each)
                  setChosen(next)
                }}
                mayDecide={mayWrite}
              />
              {data.total > data.differences.length && (
                <p className="quiet">
                  只列出前 {data.differences.length} 处，共 {data.total} 处；处理完再看后面的。
                </p>
              )}
            </>
          )}
        </>
      )}
    </Page>
  )
}

export default ReturnPage
