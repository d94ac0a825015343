import type { RowChoice } from './contract-request.ts'

/** What is settled about one field: by a person, or as remembered of the same form. */
export interface FieldAnswer {
  /** The element; null leaves the field empty. */
  readonly key: string | null
  readonly by: 'memory' | 'person'
}

/** What is settled about one sheet; the rest stands as the machine understood it. */
export interface SheetAnswer {
  readonly fields: Readonly<Record<string, FieldAnswer>>
  readonly rows: RowChoice | null
  readonly confirmed: boolean
  /** For a statistical table: the metric that its cells count unless their labels name another. */
  readonly metric?: string | null
  readonly memory?: Recognised
}

/** A form whose meaning was confirmed, as it is kept. */
export interface RememberedForm {
  readonly shape: string
  readonly title: string
  /** Without repetition, for finding copies that were changed. */
  readonly headers: readonly string[]
  readonly columns: readonly {
    readonly header: string
    readonly place: string
    readonly key: string | null
  }[]
  readonly rowSet: RowChoice | null
}

/** How a form at hand compares with a remembered one. */
export interface Recognised {
  readonly title: string
  readonly confirmedBy: string
  readonly confirmedAt: string
  readonly match: 'same' | 'changed'
  readonly moved: readonly string[]
  readonly added: readonly string[]
  readonly gone: readonly string[]
}
