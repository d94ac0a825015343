import { Button } from 'antd'
import { useId } from 'react'
import type { z } from 'zod'
import type { DefinitionView } from '../../../../platform/contract/catalogue.ts'
import type { RecordView } from '../../../../platform/contract/records.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { keepApart, type listDuplicates } from '../../duplicate-contract.ts'
import { useChangeNotice } from '../change/use-change-notice.ts'

interface PairProps {
  pair: z.output<typeof listDuplicates.answer>['pairs'][number]
  persons: DefinitionView
}

const nameOf = (one: RecordView) => one.display.name ?? '居民'

/** Two records side by side: what is the same, what differs, why they are proposed, and the decision. */
export const Pair = ({ pair: { a, b, reasons }, persons }: PairProps) => {
  const go = useGo()
  const id = useId()
  const tell = useChangeNotice()
  const { send, sending, problem } = useAction(keepApart)
  const rows = persons.fields.filter(
    ({ key }) => key !== 'name' && ((a.display[key] ?? '') !== '' || (b.display[key] ?? '') !== ''),
  )
  const apart = async () => {
    const done = await send({ a: a.id, b: b.id }).catch(() => undefined)
    if (done) tell(`已记下：${nameOf(a)}与${nameOf(b)}不是同一人。`, done.change)
  }
  const names = `${nameOf(a)}（${a.areaName}）与${nameOf(b)}（${b.areaName}）`
  return (
    <article className="section pair" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{names}</h2>
      </div>
      <p>{reasons.join('；')}。</p>
      <div className="table-scroll">
        <table className="record-table pair-table">
          <thead>
            <tr>
              <th scope="col">项目</th>
              {[a, b].map((one) => (
                <th scope="col" key={one.id}>
                  <PageLink to={`/registry/persons/${one.id}`}>{nameOf(one)}</PageLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">所属区域</th>
              <td>{a.areaName}</td>
              <td>{b.areaName}</td>
            </tr>
            {rows.map(({ key, title }) => {
              const differs = a.display[key] !== b.display[key]
              return (
                <tr key={key} className={differs ? 'differs' : undefined}>
                  <th scope="row">
                    {title}
                    {differs && <span className="pair-differs">不同</span>}
                  </th>
                  <td>{a.display[key] || '未填'}</td>
                  <td>{b.display[key] || '未填'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <ProblemAlert problem={problem} />
      <p className="form-actions">
        <Button
          type="primary"
          onClick={() => go('/registry/changes/mergePersons', { person: a.id, other: b.id })}
        >
          是同一人，去合并
        </Button>
        <Button loading={sending} onClick={() => void apart()}>
          不是同一人
        </Button>
      </p>
    </article>
  )
}
