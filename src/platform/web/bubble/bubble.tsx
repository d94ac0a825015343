import { Popover } from 'antd'
import { type ReactNode, type Ref, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useNarrow } from '../theme/use-narrow.ts'
import { BubbleBody } from './bubble-body.tsx'

/** What the button that opens a bubble must carry. */
export interface BubbleTrigger {
  ref: Ref<HTMLButtonElement>
  'aria-haspopup': 'dialog'
  'aria-expanded': boolean
  onClick: () => void
}

interface BubbleProps {
  /** Name of the small dialog, for screen readers. */
  label: string
  /** Draws the button; everything it is given goes onto it. */
  button: (trigger: BubbleTrigger) => ReactNode
  /** Drawn while it is open. */
  content: (close: () => void) => ReactNode
  placement?: 'bottomLeft' | 'bottomRight'
  initiallyOpen?: boolean
}

/**
 * A small dialog under its button; on a phone a sheet at the bottom, within reach of the thumb. It takes the focus,
 * and gives it back when it closes: by Escape, by a click elsewhere, or by tabbing past its end.
 */
export const Bubble = (props: BubbleProps) => {
  const { label, button, content, placement = 'bottomLeft', initiallyOpen = false } = props
  const [open, setOpen] = useState(initiallyOpen)
  const anchor = useRef<HTMLButtonElement>(null)
  const narrow = useNarrow()
  const close = () => {
    setOpen(false)
    anchor.current?.focus()
  }
  const trigger = button({
    ref: anchor,
    'aria-haspopup': 'dialog',
    'aria-expanded': open,
    onClick: () => setOpen(!open),
  })
  const body = (
    <BubbleBody label={label} close={close} anchor={anchor}>
      {content(close)}
    </BubbleBody>
  )
  if (narrow) {
    return (
      <>
        {trigger}
        {open && createPortal(<div className="bubble-sheet">{body}</div>, document.body)}
      </>
    )
  }
  return (
    <Popover open={open} trigger={[]} destroyOnHidden arrow={false} placement={placement} content={body}>
      {trigger}
    </Popover>
  )
}
