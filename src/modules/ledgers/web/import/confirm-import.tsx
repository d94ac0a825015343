import { Button } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { cancelImport, confirmImport, type ImportView } from '../../contract.ts'
import { changing } from './import-words.ts'

interface ConfirmImportProps {
  view: ImportView
  /** Reads the file again with the mapping that was changed; absent where none was. */
  recheck: (() => void) | undefined
  busy: boolean
}

const titleFor = (rows: number, faulty: number): string => `导入${faulty > 0 ? '其余' : ''} ${rows} 行`

/** From which day the rows hold, and the button that writes them. */
export const ConfirmImport = ({ view, recheck, busy }: ConfirmImportProps) => {
  const { today } = useMe()
  const [on, setOn] = useState(today)
  const confirm = useAction(confirmImport)
  const cancel = useAction(cancelImport)
  const id = useId()
  const rows = changing(view)
  return (
    <div className="confirm-import">
      {rows > 0 && !recheck && (
        <div className="field">
          <label htmlFor={`${id}-on`}>从哪天起</label>
          <DateField id={`${id}-on`} value={on} max={today} describedBy={`${id}-help`} onChange={setOn} />
          <p className="field-help" id={`${id}-help`}>
            表里的情况从这一天起算。
          </p>
        </div>
      )}
      <ProblemAlert problem={confirm.problem ?? cancel.problem} />
      <p className="form-actions">
        {recheck && (
          <Button type="primary" loading={busy} onClick={recheck}>
            按新的对应重新核对
          </Button>
        )}
        {rows > 0 && !recheck && (
          <Button
            type="primary"
            disabled={on === ''}
            loading={confirm.sending}
            onClick={() => void confirm.send({ id: view.id, on }).catch(() => undefined)}
          >
            {titleFor(rows, view.counts.faulty)}
          </Button>
        )}
        <Button
          loading={cancel.sending}
          onClick={() => void cancel.send({ id: view.id }).catch(() => undefined)}
        >
          放弃这次导入
        </Button>
      </p>
    </div>
  )
}
