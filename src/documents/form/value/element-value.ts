import type { FillValue } from '../fill/cell-value.ts'

/** One entry of a code list, with the other wordings that mean it. */
export interface CodedItem {
  readonly code: string
  readonly title: string
  readonly synonyms?: readonly string[]
}

/** A place taken apart, as far as it is known; names as in the division codes: 安徽省, 芜湖市, 镜湖区. */
export interface AddressParts {
  readonly province?: string
  readonly city?: string
  readonly county?: string
  readonly town?: string
  readonly village?: string
  /** What stands below the village or community: street, house, room. */
  readonly detail?: string
}

/** What the ledgers hold of one element, before it is put in a form's own terms. */
export type ElementValue =
  | { readonly kind: 'text'; readonly text: string }
  /** `unit` is that of the dictionary's element where absent. */
  | { readonly kind: 'number'; readonly number: number; readonly unit?: string }
  | { readonly kind: 'flag'; readonly flag: boolean }
  /** `2024-03-05`, `2024-03` or `2024`: as precise as it is known. */
  | { readonly kind: 'date'; readonly date: string }
  /** One or several entries of a code list. */
  | { readonly kind: 'code'; readonly items: readonly CodedItem[] }
  | { readonly kind: 'address'; readonly text: string; readonly parts?: AddressParts }

/** How a column or cell of a form wants its values; `ColumnPlan` and `CellPlan` are such. */
export interface ValueStyle {
  readonly key: string | null
  readonly header: string
  readonly part?: string
  readonly options?: readonly string[]
  readonly format?: string
  readonly samples?: readonly string[]
  readonly unit?: string
}

export interface FitContext {
  /** The form's date, `2026-11-21`; ages are those of that day. */
  readonly filledOn: string
  /** Other elements of the same row, for cells that take two together: 残疾类别及等级. */
  readonly findValue?: (key: string) => ElementValue | null
}

/** A value as the form writes it, or why it cannot be written there, as a sentence. */
export type FittedValue =
  | { readonly fits: true; readonly value: FillValue }
  | { readonly fits: false; readonly reason: string }

export const fitted = (value: FillValue): FittedValue => ({ fits: true, value })
export const unfit = (reason: string): FittedValue => ({ fits: false, reason })
