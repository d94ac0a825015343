import { useEffect, useRef } from 'react'

interface ErrorSummaryProps {
  /** Field id in the page → what is wrong with it. */
  faults: readonly { id: string; title: string; message: string }[]
}

/** All faults of a form at its top, each a link to its field. It takes the focus when it appears. */
export const ErrorSummary = ({ faults }: ErrorSummaryProps) => {
  const box = useRef<HTMLDivElement>(null)
  const shown = faults.length > 0
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown])
  if (!shown) return null
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <p>有 {faults.length} 处需要改：</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.id}>
            <a
              href={`#${fault.id}`}
              onClick={(event) => {
                event.preventDefault()
                const field = document.getElementById(fault.id)
                const target = field?.querySelector<HTMLElement>('input') ?? field
                target?.focus()
                target?.scrollIntoView({ block: 'center' })
              }}
            >
              {fault.title}：{fault.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
