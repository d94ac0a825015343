import { z } from 'zod'
import type { Parsed } from '../parsed.ts'

/** A schema of texts that are as `read` would write them; what is wrong is told in its words. */
export const checkedText = (read: (text: string) => Parsed<string>): z.ZodType<string> =>
  z.string('应为文字。').superRefine((text, context) => {
    const answer = read(text)
    if (!answer.ok) context.addIssue({ code: 'custom', message: answer.message })
    else if (answer.value !== text) context.addIssue({ code: 'custom', message: `应写作“${answer.value}”。` })
  })
