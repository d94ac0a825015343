import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface RowOpenerProps {
  index: number
  active: boolean
  opened: boolean
  /** The record's own page; without one the detail opens beside the list. */
  page: string | undefined
  open: () => void
  focused: () => void
  children: ReactNode
}

/** The first cell of a row: opens the record. With Ctrl or the middle button its page opens in a new tab. */
export const RowOpener = ({ index, active, opened, page, open, focused, children }: RowOpenerProps) => {
  const shared = {
    'data-row': index,
    tabIndex: active ? 0 : -1,
    className: 'row-opener',
    onFocus: focused,
    ...(opened ? { 'aria-current': 'true' as const } : {}),
  }
  if (!page) {
    return (
      <button type="button" {...shared} onClick={open}>
        {children}
      </button>
    )
  }
  return (
    <Link
      to={page as never}
      search={{} as never}
      {...shared}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        open()
      }}
    >
      {children}
    </Link>
  )
}
