import { useSyncExternalStore } from 'react'

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Says that there is no connection; forms keep what was typed as drafts. */
export const OfflineBand = () => {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (online) return null
  return (
    <div className="offline-band" role="status">
      现在没有网络。已打开的内容还能看，填写的内容会存成草稿，连上后再发送。
    </div>
  )
}
