import { useSyncExternalStore } from 'react'

let held: File | null = null
const listeners = new Set<() => void>()

/** Holds a dropped file in memory for the page that takes it. */
export const holdDroppedFile = (file: File | null): void => {
  held = file
  for (const listener of listeners) listener()
}

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** The file that was dropped anywhere, or null. The page that takes it calls `holdDroppedFile(null)`. */
export const useDroppedFile = (): File | null => useSyncExternalStore(subscribe, () => held)
