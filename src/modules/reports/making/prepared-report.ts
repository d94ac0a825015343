import type { FigureManifest } from '../../../documents/figures/index.ts'
import type { OfficialBlock } from '../../../documents/official/index.ts'
import type { FigureSheet } from '../figures/figure-sheet.ts'
import type { Need } from '../figures/measured.ts'

/** For the file's properties. */
export interface Authorship {
  readonly author: string
  readonly createdAt: string
}

/** A report for which only the numbers are missing. */
export interface PreparedReport {
  readonly title: string
  readonly templateTitle: string
  readonly needs: readonly Need[]
  /** Lays it out for screen and paper. `manifest` is asked for when every figure is in its place. */
  make(
    sheet: FigureSheet,
    authorship: Authorship,
    manifest: () => FigureManifest,
  ): Promise<{ blocks: OfficialBlock[]; document: Uint8Array }>
}
