import { Button } from 'antd'
import { useEffect, useRef } from 'react'

/** Reads the next rows when one scrolls there; the button does the same for the keyboard. */
export const LoadMore = ({ loading, loadMore }: { loading: boolean; loadMore: () => void }) => {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(loadMore)
  latest.current = loadMore
  useEffect(() => {
    if (loading || !place.current) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && latest.current(),
      { rootMargin: '200px' },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [loading])
  return (
    <div ref={place} className="load-more">
      <Button loading={loading} onClick={loadMore}>
        加载更多
      </Button>
    </div>
  )
}
