/** A form that was begun and not sent, kept in this browser. */
export interface Draft {
  readonly key: string
  /** Id of whoever began it: people share computers. */
  readonly owner: string
  readonly title: string
  /** The page it was begun on, with its search. */
  readonly to: string
  readonly values: Readonly<Record<string, unknown>>
  readonly savedAt: string
}

const prefix = 'youju.draft.'

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'key' in value && 'values' in value

export const readDraft = (key: string): Draft | null => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(prefix + key) ?? 'null')
    return isDraft(stored) ? stored : null
  } catch {
    return null
  }
}

export const saveDraft = (draft: Draft): void =>
  localStorage.setItem(prefix + draft.key, JSON.stringify(draft))

export const dropDraft = (key: string): void => localStorage.removeItem(prefix + key)

const draftKeys = (): readonly string[] =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))

/** This person's drafts in this browser, newest first. */
export const listDrafts = (owner: string): readonly Draft[] =>
  draftKeys()
    .flatMap((key) => readDraft(key) ?? [])
    .filter((draft) => draft.owner === owner)
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt))

/** Takes all drafts away, as signing out does: the next person at this computer must not see them. */
export const dropAllDrafts = (): void => {
  for (const key of draftKeys()) dropDraft(key)
}
