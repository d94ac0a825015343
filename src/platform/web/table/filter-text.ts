/** A filter as the address and the API write it, and as the controls hold it. */
export type Filter =
  | { kind: 'any'; values: readonly string[] }
  | { kind: 'range'; from: string; to: string }
  | { kind: 'contains'; text: string }
  | { kind: 'missing' }

/** `1,2` any of · `a..b` range · `~张` contains · empty: missing. */
export const readFilter = (text: string): Filter => {
  if (text === '') return { kind: 'missing' }
  if (text.startsWith('~')) return { kind: 'contains', text: text.slice(1) }
  const range = text.split('..')
  if (range.length === 2) return { kind: 'range', from: range[0]!, to: range[1]! }
  return { kind: 'any', values: text.split(',') }
}

/** The text of a filter; undefined where it selects nothing. */
export const writeFilter = (filter: Filter): string | undefined => {
  switch (filter.kind) {
    case 'missing':
      return ''
    case 'contains':
      return filter.text.trim() === '' ? undefined : `~${filter.text.trim()}`
    case 'range':
      return filter.from === '' && filter.to === '' ? undefined : `${filter.from}..${filter.to}`
    case 'any':
      return filter.values.length === 0 ? undefined : filter.values.join(',')
  }
}
