import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { PlacedFigure } from '../figures/figure-sheet.ts'
import type { Aspect } from '../figures/measured.ts'

/** A figure as it is kept: frozen, with what its metric meant then. */
export interface FigureRow {
  readonly id: string
  readonly metric: string
  readonly metric_hash: string
  readonly aspect: Aspect
  readonly title: string
  readonly unit: string
  readonly description: string
  readonly area: string
  readonly area_name: string
  readonly as_of: string
  readonly period_from: string | null
  readonly known_at: Date
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly last_year: number | null
  readonly text: string
  /** For a change, of the records of both years. */
  readonly inputs: string
}

/** The hash of all records behind what a figure tells. */
export const inputsOf = (aspect: Aspect, measured: { inputs: string; inputsLastYear: string }): string =>
  aspect === 'value' ? measured.inputs : `${measured.inputs}/${measured.inputsLastYear}`

/** A query takes 65,535 values. */
const atOnce = 2000

export const insertFigures = async (
  { db, district }: Repository,
  report: string,
  knownAt: Date,
  figures: readonly PlacedFigure[],
): Promise<void> => {
  const rows = figures.map(({ id, aspect, measured, text }, position) => ({
    district,
    id,
    report,
    position,
    metric: measured.metric,
    metric_hash: measured.hash,
    aspect,
    title: measured.title,
    unit: measured.unit,
    description: measured.description,
    area: measured.area,
    area_name: measured.areaName,
    as_of: measured.asOf,
    period_from: measured.from,
    known_at: knownAt,
    value: measured.value,
    numerator: measured.numerator,
    denominator: measured.denominator,
    last_year: measured.lastYear,
    text,
    inputs: inputsOf(aspect, measured),
  }))
  for (let at = 0; at < rows.length; at += atOnce)
    await db
      .insertInto('figure')
      .values(rows.slice(at, at + atOnce))
      .execute()
}

/** The figures of a report, in the order of their first place in it. */
export const listFigureRows = async ({ db, district }: Repository, report: string): Promise<FigureRow[]> => {
  const { rows } = await sql<FigureRow>`
    select id, metric, metric_hash, aspect, title, unit, description, area, area_name, as_of, period_from, known_at,
      value, numerator, denominator, last_year, text, inputs
    from figure where district = ${district} and report = ${report} order by position`.execute(db)
  return rows
}
