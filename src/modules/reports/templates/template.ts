import type { CalendarPeriodKind, Period } from '../../../core/time/index.ts'
import type { OfficialBlock } from '../../../documents/official/index.ts'
import type { FigureSheet } from '../figures/figure-sheet.ts'

/** What a report is about, and who signs it when. */
export interface ReportSubject {
  readonly area: string
  readonly areaName: string
  /** The areas one level below. */
  readonly below: readonly { readonly path: string; readonly name: string }[]
  /** What such an area is called: 社区, 网格; empty where there is none. */
  readonly belowTitle: string
  readonly period: Period
  /** The last day that the numbers tell of: the period's, or today while it lasts. */
  readonly asOf: string
  readonly writtenOn: string
  /** A new version of a published report. */
  readonly corrected: boolean
}

/** A report that comes with the house. Pure: what it says follows from the figures alone. */
export interface ReportTemplate {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly periods: readonly CalendarPeriodKind[]
  /** The metrics it tells of the area, segments included. */
  readonly metrics: readonly string[]
  /** The metrics it tells of each area one level below. */
  readonly below: readonly string[]
  titleOf(subject: ReportSubject): string
  /** Everything between title and signature. */
  layOut(sheet: FigureSheet, subject: ReportSubject): OfficialBlock[]
}
