import { type ReactNode, useEffect } from 'react'

interface PageProps {
  title: string
  /** Who or what in one line, under the title. */
  lead?: ReactNode
  /** Buttons at the right of the title. */
  actions?: ReactNode
  /** Relations, drawn beside the page where there is room. */
  side?: ReactNode
  children: ReactNode
}

/** The outline of every page: one `h1`, the lead, the actions, the content, a side column. */
export const Page = ({ title, lead, actions, side, children }: PageProps) => {
  useEffect(() => {
    document.title = `${title} · 有据`
  }, [title])
  return (
    <article className="page">
      <header className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {lead && <p className="page-lead">{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {side ? (
        <div className="page-columns">
          <div className="page-main">{children}</div>
          <aside className="page-side" aria-label="相关信息">
            {side}
          </aside>
        </div>
      ) : (
        children
      )}
    </article>
  )
}
