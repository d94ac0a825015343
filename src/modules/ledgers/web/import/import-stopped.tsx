import { Alert, Button } from 'antd'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import type { ImportView } from '../../contract.ts'

/** An import that could not be read, or was given up. Nothing was written. */
export const ImportStopped = ({ view }: { view: ImportView }) => {
  const go = useGo()
  const failed = view.state === 'failed'
  return (
    <div className="import-stopped">
      <Alert
        type={failed ? 'error' : 'info'}
        showIcon
        title={failed ? view.message || '这个文件没能读取。' : '这次导入已放弃。'}
        description="台账没有改动。"
      />
      <Button type="primary" onClick={() => go('/ledgers/import')}>
        换一个文件
      </Button>
    </div>
  )
}
