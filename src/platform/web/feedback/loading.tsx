import { useEffect, useState } from 'react'

/** Quiet for the first moments, so that fast answers do not flicker; then a calm outline. */
export const Loading = ({ lines = 4, label = '正在读取' }: { lines?: number; label?: string }) => {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 250)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="loading" role="status" aria-label={label}>
      {shown && Array.from({ length: lines }, (_, line) => line).map((line) => <span key={line} />)}
    </div>
  )
}
