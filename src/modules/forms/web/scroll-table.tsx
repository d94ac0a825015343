import type { ReactNode } from 'react'

/** A table wider than the screen, moved sideways within its own frame, by keyboard too. */
export const ScrollTable = ({ children }: { children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse
  <section className="table-scroll" tabIndex={0} aria-label="表格，可左右移动">
    {children}
  </section>
)
