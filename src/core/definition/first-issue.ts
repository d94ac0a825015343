import type { z } from 'zod'

/** The first thing that is wrong, with its place: `fields.2.title:…`. Places in a list count from 1. */
export const firstIssue = (error: z.ZodError): string => {
  const { path, message } = error.issues[0]!
  const place = path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join('.')
  return place === '' ? message : `${place}：${message}`
}
