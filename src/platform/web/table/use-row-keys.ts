import { type KeyboardEvent, useState } from 'react'

interface RowKeys {
  count: number
  open: (index: number) => void
  close: () => void
  /** Called when one goes down from the last row. */
  atEnd: () => void
}

/** Moves through rows with ↑ ↓ Home End; Enter opens, Escape closes. Each row's opener carries `data-row`. */
export const useRowKeys = ({ count, open, close, atEnd }: RowKeys) => {
  const [active, setActive] = useState(0)
  const here = Math.min(active, Math.max(0, count - 1))

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const moves: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: count - 1 }
    const to = moves[event.key]
    if (event.key === 'Escape') return close()
    if (event.key === 'Enter') {
      event.preventDefault()
      return open(here)
    }
    if (to === undefined) return
    event.preventDefault()
    if (to >= count) return atEnd()
    if (to < 0) return
    setActive(to)
    event.currentTarget.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus()
  }
  return { active: here, setActive, onKeyDown }
}
