import { useState } from 'react'
import type { Column } from './column.ts'

const storageKey = (definition: string): string => `youju.columns.${definition}`

const readChosen = (definition: string): readonly string[] | null => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(definition)) ?? 'null')
    return Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : null
  } catch {
    return null
  }
}

/** The columns this person chose for this list, remembered in the browser; null goes back to the usual ones. */
export const useChosenColumns = (definition: string, columns: readonly Column[]) => {
  const [chosen, setChosen] = useState(() => readChosen(definition))
  const choose = (keys: readonly string[] | null) => {
    if (keys) localStorage.setItem(storageKey(definition), JSON.stringify(keys))
    else localStorage.removeItem(storageKey(definition))
    setChosen(keys)
  }
  const shown = columns.filter((column) => (chosen ? chosen.includes(column.key) : column.listed))
  return { shown: shown.length > 0 ? shown : columns.slice(0, 1), chosen, choose }
}
