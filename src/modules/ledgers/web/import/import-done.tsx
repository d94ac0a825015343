import { Button } from 'antd'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { registryRecords } from '../../../registry/index.ts'
import type { ImportView } from '../../contract.ts'
import { FaultList } from './fault-list.tsx'
import { ImportCounts } from './import-counts.tsx'
import { changing } from './import-words.ts'

const listOf = (name: string | null): [string, { tab: string }?] =>
  registryRecords.some((record) => record.name === name)
    ? ['/registry', { tab: name! }]
    : [`/ledgers/${name}`]

/** What an import did. */
export const ImportDone = ({ view }: { view: ImportView }) => {
  const go = useGo()
  return (
    <div className="import-preview">
      <p role="status" className="import-same">
        {changing(view) === 0
          ? '没有任何变化：表里的内容和登记一致。'
          : `已导入到${view.ledgerTitle}。${view.message}`}
      </p>
      <ImportCounts view={view} />
      {view.counts.faulty > 0 && <FaultList view={view} />}
      <p className="form-actions">
        <Button type="primary" onClick={() => go(...listOf(view.ledger))}>
          打开{view.ledgerTitle}
        </Button>
        <Button onClick={() => go('/ledgers/import')}>再导入一份</Button>
      </p>
    </div>
  )
}
