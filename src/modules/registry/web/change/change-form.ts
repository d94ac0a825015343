import type { z } from 'zod'
import type { RecordView } from '../../../../platform/contract/records.ts'
import type { ActionContract } from '../../../../platform/contract/route.ts'
import type { changeAnswer } from '../../change-contract.ts'

/** What the page knows of those whom a change concerns. */
export interface Known {
  readonly person: RecordView | undefined
  /** The other record, where two are held against each other. */
  readonly other: RecordView | undefined
  readonly household: RecordView | undefined
  /** Everybody in the household today, head first. */
  readonly members: readonly RecordView[]
}

export type Answers = Readonly<Record<string, unknown>>

type AskControl =
  | {
      readonly kind: 'members' | 'member'
      readonly among?: (known: Known, answers: Answers) => readonly RecordView[]
    }
  | { readonly kind: 'reference'; readonly record: 'person' | 'household' | 'dwelling' }
  | { readonly kind: 'area' }
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'kinship' }
  | {
      readonly kind: 'choice'
      readonly options: (known: Known) => readonly { readonly value: string; readonly label: string }[]
    }
  /** Fields of the person, by key. */
  | { readonly kind: 'fields'; readonly except: readonly string[] }
  /** Fields in which two records differ, of which those of the dropped one may be taken. */
  | { readonly kind: 'take' }

/** One thing that a change asks. */
export interface Ask {
  readonly key: string
  readonly title: string
  readonly help?: string
  readonly optional?: boolean
  readonly control: AskControl
  readonly shown?: (answers: Answers, known: Known) => boolean
  /** What is filled in from what is known. */
  readonly start?: (known: Known) => unknown
}

/** A change as a person carries it out: what is asked, and how the answers become the command. */
export interface ChangeForm {
  // biome-ignore lint/suspicious/noExplicitAny: each change has an input of its own
  readonly contract: ActionContract<z.ZodType<any, any>, typeof changeAnswer>
  readonly lead: string
  /** What the day is called. */
  readonly day: string
  readonly asks: readonly Ask[]
  readonly input: (answers: Answers, known: Known) => object
}

/** The asks that apply to what has been answered so far. */
export const asksShown = (form: ChangeForm, answers: Answers, known: Known): readonly Ask[] =>
  form.asks.filter((ask) => ask.shown?.(answers, known) ?? true)

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The asks that still want an answer. */
export const asksOpen = (form: ChangeForm, answers: Answers, known: Known): readonly Ask[] =>
  asksShown(form, answers, known).filter(
    (ask) =>
      !ask.optional &&
      ask.control.kind !== 'fields' &&
      ask.control.kind !== 'take' &&
      isEmpty(answers[ask.key]),
  )
