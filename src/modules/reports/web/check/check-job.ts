import type { CheckResult } from '../../../../documents/check/index.ts'
import type { FoundFigures } from '../../../../documents/figures/index.ts'

/** What the page gives the worker. */
export type CheckJob = { name: string; bytes: Uint8Array } | { text: string }

/** What the worker answers. */
export type CheckAnswer =
  | {
      ok: true
      result: CheckResult
      /** The figures of one of our own reports; null for any other text. */
      figures: FoundFigures | null
      /** Why the figures could not be read although there are some. */
      figuresRefused: string | null
    }
  | { ok: false; message: string }
