import { Progress } from 'antd'
import type { ImportView } from '../../contract.ts'
import { stateTitles } from './import-words.ts'

/** How far reading or writing is. */
export const ImportProgress = ({ view }: { view: ImportView }) => {
  const share = view.total ? Math.min(100, Math.floor((view.done / view.total) * 100)) : 0
  return (
    <div className="import-progress">
      <p role="status">
        {stateTitles[view.state]}
        {view.ledgerTitle && `《${view.ledgerTitle}》`}
        {view.message && `:${view.message}`}
      </p>
      <Progress percent={share} aria-label={`${stateTitles[view.state]}的进度`} />
      <p className="quiet">
        {view.total !== null && `${Math.floor(view.done)} / ${view.total} 行。`}
        可以离开这一页，进度在右上角“任务”里也能看到。
      </p>
    </div>
  )
}
