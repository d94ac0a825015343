import { Button } from 'antd'
import { useState } from 'react'
import type { DefinitionView } from '../../../../platform/contract/catalogue.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { usePageSearch } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { FieldRow } from '../../../../platform/web/form/field-row.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { acceptEntering, acceptLeaving, listProposals } from '../../contract.ts'
import { ChooseRows } from './choose-rows.tsx'
import { Decline } from './decline.tsx'
import { useDoneNotice } from './use-done-notice.ts'

interface ProposalsProps {
  definition: DefinitionView
  kind: 'enter' | 'leave'
}

const words = {
  enter: {
    label: '应进未进',
    none: '没有应进未进的人。',
    hint: '有人符合进入条件而没有登记时，会列在这里。',
  },
  leave: {
    label: '应出未出',
    none: '没有应出未出的记录。',
    hint: '有人迁走、去世或不再符合时，会列在这里。',
  },
}

/** 应进未进 or 应出未出: chosen one or many, accepted, or declined with the reason. */
export const Proposals = ({ definition, kind }: ProposalsProps) => {
  const { area, today } = useViewpoint()
  const declined = usePageSearch().declined === 'true'
  const [limit, setLimit] = useState(50)
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({})
  const { name: ledger } = definition
  const { data, error, refetch } = useRoute(
    listProposals,
    { params: { ledger }, query: { kind, area, limit, declined: declined ? 'true' : 'false' } },
    { keepPrevious: true },
  )
  const entering = useAction(acceptEntering)
  const leaving = useAction(acceptLeaving)
  const told = useDoneNotice(ledger)
  const rows = (data?.rows ?? []).map((row) => ({
    ...row,
    told: row.declined ? `${row.reason}未处理：${row.declined}` : row.reason,
  }))
  const picked = rows.filter(({ record }) => chosen.has(record.id)).map(({ record }) => record)
  const required = kind === 'enter' ? definition.fields.filter((field) => field.required && !field.kept) : []
  const missing = required.some(({ key }) => (values[key] ?? '') === '')
  const accept = async () => {
    const { entries } =
      kind === 'enter'
        ? await entering.send({
            ledger,
            on: today,
            subjects: picked.map(({ id }) => id),
            values: { ...values },
          })
        : await leaving.send({ ledger, entries: picked.map(({ id, version }) => ({ id, version })) })
    told(`已把 ${entries.length} 条${kind === 'enter' ? '登记到' : '移出'}${definition.title}。`, entries)
    choose(new Set())
  }
  const { label, none, hint } = words[kind]
  const tab = kind === 'enter' ? undefined : kind
  return (
    <>
      <p className="quiet">
        {declined ? '这些已说明原因，不再提示。' : '系统按规则提示，是否登记或移出由您决定。'}
        <PageLink to={`/ledgers/${ledger}/upkeep`} search={{ tab, declined: declined ? undefined : 'true' }}>
          {declined ? '看待处理的' : '看已说明原因的'}
        </PageLink>
      </p>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={6} />}
      {data && rows.length === 0 && <EmptyState title={none} hint={hint} />}
      {rows.length > 0 && (
        <>
          <ChooseRows
            label={label}
            ledger={ledger}
            rows={rows}
            chosen={chosen}
            choose={choose}
            more={data?.next ? () => setLimit((now) => Math.min(now + 50, 200)) : undefined}
          />
          {definition.may.write && (
            <div className="upkeep-act">
              {picked.length > 0 &&
                required.map((field) => (
                  <FieldRow
                    key={field.key}
                    field={field}
                    id={`enter-${field.key}`}
                    value={values[field.key]}
                    error={undefined}
                    from={undefined}
                    kept={undefined}
                    onChange={(value) => setValues((now) => ({ ...now, [field.key]: value }))}
                    onUnreadable={() => undefined}
                  />
                ))}
              {picked.length > 1 && required.length > 0 && (
                <p className="quiet">以上对所选的 {picked.length} 人都一样；不一样的请分开选。</p>
              )}
              <ProblemAlert problem={entering.problem ?? leaving.problem} />
              <p className="form-actions">
                <Button
                  type="primary"
                  disabled={picked.length === 0 || missing}
                  loading={entering.sending || leaving.sending}
                  onClick={() => void accept().catch(() => undefined)}
                >
                  {kind === 'enter' ? '登记' : '移出'}所选 {picked.length} 条
                </Button>
                <Decline
                  ledger={ledger}
                  kind={kind}
                  records={picked.map(({ id }) => id)}
                  done={() => choose(new Set())}
                />
              </p>
            </div>
          )}
        </>
      )}
    </>
  )
}
