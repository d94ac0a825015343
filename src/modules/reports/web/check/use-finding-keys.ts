import { useEffect, useRef } from 'react'

const typing = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [role="combobox"]') !== null

interface FindingKeys {
  step: (by: 1 | -1) => void
  /** Brings the finding's place in the text into sight. */
  jump: () => void
}

/** J or ↓ to the next finding, K or ↑ to the one before, Enter to its place in the text; not while one types. */
export const useFindingKeys = (keys: FindingKeys): void => {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      const onButton = event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement
      if (event.key === 'Enter') {
        if (!onButton) latest.current.jump()
        return
      }
      const by = ({ j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 } as const)[event.key]
      if (by === undefined) return
      event.preventDefault()
      latest.current.step(by)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
