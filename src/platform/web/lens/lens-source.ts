import type { Figure } from '../../contract/figures.ts'

/** A number that no metric defines, such as the matches of a filter, with its meaning said by the page. */
export interface StatedFigure {
  title: string
  text: string
  unit: string
  description: string
  areaName: string
  asOf: string
}

/** What a lens looks at: a figure at hand, a metric to be asked when the lens is opened, or a stated number. */
export type LensSource =
  | { figure: Figure; metric?: never; stated?: never }
  | {
      metric: string
      area?: string | undefined
      asOf?: string | undefined
      from?: string | undefined
      figure?: never
      stated?: never
    }
  | { stated: StatedFigure; figure?: never; metric?: never }
