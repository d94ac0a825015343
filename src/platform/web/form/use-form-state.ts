import { useEffect, useRef, useState } from 'react'
import type { FieldView } from '../../contract/catalogue.ts'
import { dropDraft, readDraft, saveDraft } from '../draft/drafts.ts'

export type Values = Readonly<Record<string, unknown>>

interface FormStateOptions {
  draft: { key: string; title: string }
  owner: string
  fields: readonly FieldView[]
  initial: Values
}

/**
 * The values of a form, kept as a draft in this browser while they differ from the start. Sensitive fields are
 * left out of the draft, since offices share computers.
 */
export const useFormState = ({ draft, owner, fields, initial }: FormStateOptions) => {
  const [restored] = useState(() => {
    const found = readDraft(draft.key)
    return found?.owner === owner ? found : null
  })
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...restored?.values }))
  const touched = useRef(restored !== null)

  useEffect(() => {
    if (!touched.current) return
    const timer = setTimeout(() => {
      const sensitive = new Set(fields.filter((field) => field.sensitive).map((field) => field.key))
      const kept = Object.entries(values).filter(
        ([key, value]) => !sensitive.has(key) && value !== initial[key],
      )
      if (kept.length === 0) return dropDraft(draft.key)
      saveDraft({
        key: draft.key,
        owner,
        title: draft.title,
        to: window.location.pathname + window.location.search,
        values: Object.fromEntries(kept),
        savedAt: new Date().toISOString(),
      })
    }, 400)
    return () => clearTimeout(timer)
  }, [values, fields, initial, draft.key, draft.title, owner])

  const setValue = (key: string, value: unknown) => {
    touched.current = true
    setValues((now) => ({ ...now, [key]: value }))
  }
  const forget = () => {
    touched.current = false
    dropDraft(draft.key)
  }
  const startOver = () => {
    forget()
    setValues(initial)
  }
  return { values, setValue, restored: restored !== null, forget, startOver }
}
