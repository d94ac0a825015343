/** A number as it was put into a document, with where it comes from. */
export interface MarkedFigure {
  /** Unique in the report (a UUID); at most 50 characters, since Word allows a tag 64. */
  id: string
  metric: string
  title: string
  /** Area path, and the area's name for people. */
  area: string
  areaName: string
  /** First day of the period, `2025-01-01`; null for a state. */
  from: string | null
  /** State on this day, or the last day of the period. */
  asOf: string
  /** What was known at this instant, ISO 8601. */
  knownAt: string
  value: number | null
  /** What stands in the document: `1191`, `增长3.2%`. */
  text: string
  unit: string
  /** Of the inputs, as the ledgers state it. */
  hash: string
}

export interface FigureManifest {
  /** Id of the report. */
  report: string
  /** Where the document's numbers can be held against the ledgers. */
  verify: string
  figures: MarkedFigure[]
}
