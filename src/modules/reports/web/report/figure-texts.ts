import type { ReportView } from '../../contract.ts'

/** Figure id → what stands in the report for it, at its first place. */
export const figureTexts = ({ blocks }: Pick<ReportView, 'blocks'>): Record<string, string> => {
  const texts: Record<string, string> = {}
  for (const span of blocks.flatMap((block) => [...block.spans, ...(block.cells ?? []).flat()])) {
    if (span.figure !== null) texts[span.figure] ??= span.text
  }
  return texts
}
