import { useEffect, useRef } from 'react'
import { reasons } from './reasons.ts'

const typing = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [role="combobox"]') !== null

interface FindingKeys {
  step: (by: 1 | -1) => void
  /** Brings the finding's place in the text into sight. */
  jump: () => void
  accept: () => void
  /** Asks for the reason why the finding is none. */
  ask: () => void
  /** The reason chosen, while one is asked for. */
  dismiss: ((reason: string) => void) | undefined
  cancel: () => void
  undo: (() => void) | undefined
}

const arrows: Readonly<Record<string, string>> = { ArrowDown: 'j', ArrowUp: 'k' }

const act = (key: string, keys: FindingKeys): boolean => {
  const reason = keys.dismiss && reasons[Number(key) - 1]
  const ways: Readonly<Record<string, (() => void) | undefined>> = {
    j: () => keys.step(1),
    k: () => keys.step(-1),
    a: keys.accept,
    d: keys.ask,
    u: keys.undo,
    Escape: keys.dismiss && keys.cancel,
  }
  const way = reason ? () => keys.dismiss?.(reason) : ways[arrows[key] ?? key]
  way?.()
  return way !== undefined
}

/**
 * J or ↓ to the next finding, K or ↑ to the one before, Enter to its place in the text, A for right, D for none
 * (then a digit for the reason), U to take the last decision back; not while one types.
 */
export const useFindingKeys = (keys: FindingKeys): void => {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (event.key === 'Enter') {
        const onControl =
          event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement
        if (!onControl) latest.current.jump()
        return
      }
      if (act(event.key, latest.current)) event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
