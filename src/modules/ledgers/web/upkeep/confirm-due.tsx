import { App, Button } from 'antd'
import { useState } from 'react'
import type { DefinitionView } from '../../../../platform/contract/catalogue.ts'
import { listRecords } from '../../../../platform/contract/records.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { confirmEntries } from '../../contract.ts'
import { ChooseRows } from './choose-rows.tsx'

interface ConfirmDueProps {
  definition: DefinitionView
  upkeep: { keeper: string; everyDays: number }
}

/** Entries that nobody looked up for longer than the ledger allows, the longest first: confirmed one or many. */
export const ConfirmDue = ({ definition, upkeep }: ConfirmDueProps) => {
  const { area, today } = useViewpoint()
  const { message } = App.useApp()
  const [limit, setLimit] = useState(50)
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const { data, error, refetch } = useRoute(
    listRecords,
    {
      params: { definition: definition.name },
      query: { area, limit, sort: 'confirmedOn', confirmedInTime: 'false' } as never,
    },
    { keepPrevious: true },
  )
  const { send, sending, problem } = useAction(confirmEntries)
  const rows = (data?.rows ?? []).map((record) => ({
    record,
    told: Object.entries(record.display)
      .filter(([key]) => definition.fields.some((field) => field.key === key && field.listed))
      .map(([, words]) => words)
      .join(' · '),
  }))
  const picked = rows.filter(({ record }) => chosen.has(record.id)).map(({ record }) => record)
  const confirm = async () => {
    const entries = picked.map(({ id, version }) => ({ id, version }))
    const { confirmed } = await send({ ledger: definition.name, on: today, entries })
    void message.success(`已核实 ${confirmed} 条。`)
    choose(new Set())
  }
  return (
    <>
      <p className="quiet">
        由{upkeep.keeper}每 {upkeep.everyDays} 天核实一次；登记和修改也算。现在的按期核实率：
        <SourceLens metric={`${definition.name}.confirmedShare`} area={area}>
          看数字
        </SourceLens>
      </p>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={6} />}
      {data && rows.length === 0 && (
        <EmptyState title="都在期限内核实过。" hint="超过期限没有核实的会列在这里，也会出现在工作台。" />
      )}
      {rows.length > 0 && (
        <>
          <ChooseRows
            label="该核实的"
            ledger={definition.name}
            rows={rows}
            chosen={chosen}
            choose={choose}
            more={data?.next ? () => setLimit((now) => Math.min(now + 50, 200)) : undefined}
          />
          <ProblemAlert problem={problem} />
          {definition.may.write && (
            <p className="form-actions">
              <Button
                type="primary"
                disabled={picked.length === 0}
                loading={sending}
                onClick={() => void confirm().catch(() => undefined)}
              >
                看过了，所选 {picked.length} 条属实
              </Button>
              <span className="quiet">有变化的，点名字进去修改或移出。</span>
            </p>
          )}
        </>
      )}
    </>
  )
}
