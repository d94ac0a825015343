import { useSyncExternalStore } from 'react'

const watch = (text: string) => ({
  subscribe: (changed: () => void): (() => void) => {
    const media = window.matchMedia(text)
    media.addEventListener('change', changed)
    return () => media.removeEventListener('change', changed)
  },
  read: () => window.matchMedia(text).matches,
})

const narrow = watch('(max-width: 767px)')

/** A phone's width: lists become cards, the navigation moves to the bottom. */
export const useNarrow = (): boolean => useSyncExternalStore(narrow.subscribe, narrow.read)
