import { Modal } from 'antd'
import { useRef } from 'react'
import type { DropTarget } from '../module/web-module.ts'

interface AskWhatProps {
  /** The file that could be several things; null while there is nothing to ask. */
  file: File | null
  /** The likeliest first. */
  targets: readonly DropTarget[]
  /** Why the first is likely. */
  reason: string | null
  choose: (target: DropTarget) => void
  close: () => void
}

/** A small dialog that asks what a dropped file is; what it looks like stands first, and Enter takes it. */
export const AskWhat = ({ file, targets, reason, choose, close }: AskWhatProps) => {
  const first = useRef<HTMLButtonElement>(null)
  return (
    <Modal
      open={file !== null}
      onCancel={close}
      afterOpenChange={(open) => open && first.current?.focus()}
      footer={null}
      destroyOnHidden
      title={`“${file?.name ?? ''}”是什么？`}
      width={480}
    >
      <ul className="drop-choices">
        {targets.map((target, index) => (
          <li key={target.to}>
            <button ref={index === 0 ? first : undefined} type="button" onClick={() => choose(target)}>
              <strong>{target.title}</strong>
              {target.hint && <span className="quiet">{target.hint}</span>}
              {index === 0 && reason && <span className="drop-reason">{reason}</span>}
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
