/** One entry of a code list. `code` is text, as the standard prints it, leading zeros included. */
export interface CodeItem {
  readonly code: string
  readonly title: string
  /** Other wordings that people write for the same thing. */
  readonly synonyms?: readonly string[]
}

/** A closed list of codes, such as GB/T 2261.1. The order is the one shown to people. */
export interface CodeList {
  readonly name: string
  readonly title: string
  /** The standard the list was taken from, with its year; absent where the list is practice, not a standard. */
  readonly standard?: string
  readonly items: readonly CodeItem[]
}
