import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * Takes the focus when the small dialog opens, and closes it on Escape, on Tab past its end, and on a click elsewhere.
 */
export const useDialogFocus = (close: () => void, anchor: RefObject<HTMLElement | null>) => {
  const box = useRef<HTMLDivElement>(null)
  const latest = useRef(close)
  latest.current = close

  useEffect(() => {
    // A field that asked for the focus keeps it.
    if (!box.current?.contains(document.activeElement)) box.current?.focus({ preventScroll: true })
    const clicked = (event: PointerEvent) => {
      const target = event.target as Node
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) latest.current()
    }
    document.addEventListener('pointerdown', clicked)
    return () => document.removeEventListener('pointerdown', clicked)
  }, [anchor])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation()
    if (event.key === 'Escape') latest.current()
    if (event.key !== 'Tab') return
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('a[href], button, input') ?? [])]
    const edge = event.shiftKey ? stops[0] : stops.at(-1)
    const atEdge =
      document.activeElement === edge || (event.shiftKey && document.activeElement === box.current)
    if (!edge || atEdge) {
      event.preventDefault()
      latest.current()
    }
  }
  return { box, onKeyDown }
}
