import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** What would be here. */
  title: string
  /** How to begin. */
  hint?: ReactNode
  action?: ReactNode
}

/** An empty list says what would be here and how to begin. */
export const EmptyState = ({ title, hint, action }: EmptyStateProps) => (
  <div className="empty-state">
    <p className="empty-state-title">{title}</p>
    {hint && <p className="empty-state-hint">{hint}</p>}
    {action}
  </div>
)
