import type { Tracked, Version } from './chronicle.ts'

/** The versions of a record that were never corrected away, oldest first. */
export const livesOf = (record: Tracked): readonly Version[] => [
  ...record.past.filter(({ supersededAt }) => supersededAt === null),
  ...(record.current ? [record.current] : []),
]

/** When it ended and how; undefined while it stands. */
export const endOf = (record: Tracked): Version | undefined =>
  record.current ? undefined : livesOf(record).at(-1)
