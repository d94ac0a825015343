import { createHash } from 'node:crypto'

/** An audit entry as the seal covers it: every column, in this order. */
export interface SealedEntry {
  seq: number
  at: string
  actor: string
  actor_name: string
  role: string
  action: string
  outcome: string
  definition: string | null
  subject: string | null
  area: string | null
  purpose: string
  /** jsonb as PostgreSQL prints it, which is canonical. */
  detail: string
  command: string | null
}

/** Columns to read for a {@link SealedEntry}; the instant to the microsecond, in UTC. */
export const sealedColumns = `seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, actor::text,
  actor_name, role, action, outcome, definition, subject::text, area, purpose, detail::text, command::text`

const line = (entry: SealedEntry): string =>
  JSON.stringify([
    entry.seq,
    entry.at,
    entry.actor,
    entry.actor_name,
    entry.role,
    entry.action,
    entry.outcome,
    entry.definition,
    entry.subject,
    entry.area,
    entry.purpose,
    entry.detail,
    entry.command,
  ])

/** What a seal says beside its entries. */
export interface SealHead {
  district: string
  number: number
  entries: string
  openGaps: string
  void: string
  lastSeq: number
  previous: Buffer
}

/** SHA-256 over the seal's head, the seal before it, and its entries in order of number. */
export const hashSeal = (head: SealHead, entries: Iterable<SealedEntry>): Buffer => {
  const hash = createHash('sha256')
  hash.update(
    `${JSON.stringify([head.district, head.number, head.entries, head.openGaps, head.void, head.lastSeq])}\n`,
  )
  hash.update(head.previous)
  for (const entry of entries) hash.update(`${line(entry)}\n`)
  return hash.digest()
}

/** The seal before the first. */
export const beginning = Buffer.alloc(32)
