import type { z } from 'zod'
import { formatDateChinese } from '../../../../core/time/format-date.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import { useMay } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { wordNumber } from '../../../../platform/web/wording/word-number.ts'
import type { listLedgers } from '../../contract.ts'

type Ledger = z.infer<typeof listLedgers.answer>['ledgers'][number]

/** One ledger: what it is, how many stand in it, and what can be done at once. */
export const LedgerLine = ({ ledger, waiting }: { ledger: Ledger; waiting: number }) => {
  const { past, query } = useViewpoint()
  const may = useDefinition(ledger.name)?.may
  const mayDefine = useMay()('ledger.define')
  const count = wordNumber(ledger.count)
  return (
    <li>
      <div className="ledger-name">
        <h2>
          <PageLink to={`/ledgers/${ledger.name}`}>{ledger.title}</PageLink>
        </h2>
        <p className="quiet">
          {ledger.retired && `已于${formatDateChinese(ledger.retired)}停用。`}
          {ledger.description}
        </p>
      </div>
      <p className="ledger-count">
        <SourceLens
          metric={ledger.metric}
          {...query}
          label={`${ledger.title} ${count} ${ledger.unit}，查看出处`}
        >
          {count}
        </SourceLens>
        <span className="quiet">{ledger.unit}</span>
      </p>
      <p className="ledger-ways">
        {may?.write && !past && (
          <PageLink to={`/ledgers/${ledger.name}/new`} aria-label={`登记到${ledger.title}`}>
            登记
          </PageLink>
        )}
        {may?.import && !past && (
          <PageLink to="/ledgers/import" search={{ ledger: ledger.name }} aria-label={`导入${ledger.title}`}>
            导入
          </PageLink>
        )}
        {waiting > 0 && !past && (
          <PageLink to={`/ledgers/${ledger.name}/upkeep`} aria-label={`${ledger.title}要核对 ${waiting} 条`}>
            核对 {waiting}
          </PageLink>
        )}
        {ledger.own && mayDefine && !past && (
          <PageLink to={`/ledgers/define/${ledger.name}`} aria-label={`调整${ledger.title}`}>
            调整
          </PageLink>
        )}
      </p>
    </li>
  )
}
