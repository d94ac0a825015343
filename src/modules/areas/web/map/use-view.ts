import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Point } from '../../../../core/geometry/index.ts'
import { moved, type View, zoomed } from './projection.ts'

const step = 0.12
const nearer = 0.75

/** Moves by pointer, wheel and keys (arrows, +, −, 0); `scale` is drawing units for one pixel. */
export const useView = (whole: View, frame: RefObject<SVGSVGElement | null>) => {
  const [view, setView] = useState(whole)
  const [width, setWidth] = useState(whole.width)
  const held = useRef<{ x: number; y: number; far: boolean } | null>(null)
  useEffect(() => setView(whole), [whole])
  const scale = view.width / width
  const middle = (of: View): Point => [of.x + of.width / 2, of.y + of.height / 2]
  const zoom = (factor: number) => setView((now) => zoomed(now, factor, middle(now)))

  useEffect(() => {
    const svg = frame.current
    if (!svg) return
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(entry.contentRect.width || whole.width),
    )
    observer.observe(svg)
    // React listens to wheels passively; the page must not scroll under the map. With Ctrl only, so that it can.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const box = svg.getBoundingClientRect()
      setView((now) =>
        zoomed(now, event.deltaY > 0 ? 1 / nearer : nearer, [
          now.x + ((event.clientX - box.left) / box.width) * now.width,
          now.y + ((event.clientY - box.top) / box.height) * now.height,
        ]),
      )
    }
    svg.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      observer.disconnect()
      svg.removeEventListener('wheel', onWheel)
    }
  }, [frame, whole])

  const keys = new Map<string, () => void>([
    ['ArrowLeft', () => setView(moved(view, -view.width * step, 0))],
    ['ArrowRight', () => setView(moved(view, view.width * step, 0))],
    ['ArrowUp', () => setView(moved(view, 0, -view.height * step))],
    ['ArrowDown', () => setView(moved(view, 0, view.height * step))],
    ['+', () => zoom(nearer)],
    ['=', () => zoom(nearer)],
    ['-', () => zoom(1 / nearer)],
    ['0', () => setView(whole)],
  ])
  return {
    view,
    scale,
    nearer: () => zoom(nearer),
    farther: () => zoom(1 / nearer),
    reset: () => setView(whole),
    /** Whether the pointer has just dragged the map, so that its release chooses nothing. */
    dragged: () => held.current?.far ?? false,
    handlers: {
      onKeyDown: (event: KeyboardEvent) => {
        const act = keys.get(event.key)
        if (!act || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        act()
      },
      onPointerDown: (event: PointerEvent) => {
        held.current = { x: event.clientX, y: event.clientY, far: false }
      },
      onPointerMove: (event: PointerEvent) => {
        if (!held.current || event.buttons === 0) return
        const [x, y] = [event.clientX - held.current.x, event.clientY - held.current.y]
        if (!held.current.far && Math.hypot(x, y) < 4) return
        held.current = { x: event.clientX, y: event.clientY, far: true }
        setView((now) => moved(now, -x * scale, -y * scale))
      },
    },
  }
}
