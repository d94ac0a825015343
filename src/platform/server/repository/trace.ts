/** Rows of a module's own that speak of a record, and go when it is erased. */
export interface Trace {
  readonly table: string
  /** The column that names the record. */
  readonly column: string
}

/** What the platform itself notes about records. */
export const platformTraces: readonly Trace[] = [{ table: 'command_record', column: 'record' }]
