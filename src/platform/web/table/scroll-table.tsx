import type { ReactNode } from 'react'

interface ScrollTableProps {
  /** What the table shows; no two on a page alike. */
  title?: string
  children: ReactNode
}

/** A table wider than the screen, moved sideways within its own frame, by keyboard too. */
export const ScrollTable = ({ title = '表格', children }: ScrollTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse
  <section className="table-scroll" tabIndex={0} aria-label={`${title}，可左右移动`}>
    {children}
  </section>
)
