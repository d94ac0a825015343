import { Button } from 'antd'
import { formatDateChinese } from '../../../../core/time/format-date.ts'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { listLedgers, listUpkeep } from '../../contract.ts'
import './catalogue.css'
import { LedgerLine } from './ledger-line.tsx'

/** 台账目录: every ledger, how many stand in it, and the way in. */
const CataloguePage = () => {
  const view = useViewpoint()
  const asked = useRoute(listLedgers, { query: view.query }, { keepPrevious: true })
  const mayImport = useMayWrite('data.import')
  const mayDefine = useMayWrite('ledger.define')
  const go = useGo()
  const ledgers = asked.data?.ledgers ?? []
  const kept = useRoute(listUpkeep, { query: { area: view.area } }, { enabled: !view.past })
  const waitingIn = (name: string): number => {
    const found = kept.data?.ledgers.find((one) => one.name === name)
    return found ? found.enter + found.leave + found.overdue : 0
  }
  return (
    <Page
      title="台账"
      lead={`${view.areaName}，${formatDateChinese(view.day)}在册`}
      actions={
        <>
          {mayDefine && <Button onClick={() => go('/ledgers/define')}>建立台账</Button>}
          {mayImport && <Button onClick={() => go('/ledgers/import')}>导入表格</Button>}
        </>
      }
    >
      <ProblemAlert problem={asked.error} retry={() => void asked.refetch()} />
      {asked.isPending && !asked.error && <Loading lines={6} />}
      {asked.data && ledgers.length === 0 && (
        <EmptyState
          title="这里会列出您能查看的台账。"
          hint="没有看到需要的台账时，请社区书记或管理员调整岗位。"
        />
      )}
      <ul className="ledger-lines">
        {ledgers.map((ledger) => (
          <LedgerLine key={ledger.name} ledger={ledger} waiting={waitingIn(ledger.name)} />
        ))}
      </ul>
    </Page>
  )
}

export default CataloguePage
