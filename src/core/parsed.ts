/**
 * What reading a piece of text yields: a value, or a Chinese sentence that says what is wrong with it
 * and, where it is certain, what it should have been.
 */
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; message: string; suggestion?: string }

export const parsed = <Value>(value: Value): Parsed<Value> => ({ ok: true, value })

export const refused = (message: string, suggestion?: string): Parsed<never> =>
  suggestion === undefined ? { ok: false, message } : { ok: false, message, suggestion }
