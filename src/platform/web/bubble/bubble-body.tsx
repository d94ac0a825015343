import type { ReactNode, RefObject } from 'react'
import { useDialogFocus } from './use-dialog-focus.ts'

interface BubbleBodyProps {
  label: string
  close: () => void
  anchor: RefObject<HTMLElement | null>
  children: ReactNode
}

/** The inside of a bubble. */
export const BubbleBody = ({ label, close, anchor, children }: BubbleBodyProps) => {
  const { box, onKeyDown } = useDialogFocus(close, anchor)
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className="bubble"
      onKeyDown={onKeyDown}
      onClick={(event) => (event.target as Element).closest('a[href]:not([download])') && close()}
    >
      {children}
    </div>
  )
}
