import type { ReportBlock } from '../../contract.ts'

/** A block by itself, or the rows of one table. */
export type Laid =
  | { kind: 'block'; block: ReportBlock }
  | { kind: 'table'; rows: NonNullable<ReportBlock['cells']>[] }

/** Gathers table rows that follow each other into tables. */
export const layBlocks = (blocks: readonly ReportBlock[]): readonly Laid[] => {
  const laid: Laid[] = []
  for (const block of blocks) {
    const last = laid.at(-1)
    if (block.kind !== 'tableRow') laid.push({ kind: 'block', block })
    else if (last?.kind === 'table') last.rows.push(block.cells ?? [])
    else laid.push({ kind: 'table', rows: [block.cells ?? []] })
  }
  return laid
}
