import type { z } from 'zod'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { verifyFigures as contract } from '../contract.ts'
import { listFigureRows } from '../storage/figure-row.ts'
import { getReportRow } from '../storage/report-row.ts'
import { judgeFigure } from '../verify/judge-figure.ts'
import { measureAgain } from '../verify/measure-again.ts'
import { viewOfFigure } from '../views/report-view.ts'

/** Holds what stands in a report's document against its figures, and those against the ledgers of today. */
export const verifyFigures = defineAction(
  contract,
  async (repository, { report: id, texts }) => {
    const report = await getReportRow(repository, id)
    const measure = measureAgain(repository)
    const results: z.infer<typeof contract.output>['results'] = []
    for (const figure of await listFigureRows(repository, id)) {
      const text = texts[figure.id] ?? null
      const current = await measure(figure)
      const told = figure.aspect === 'value' && typeof current === 'object' ? current.value : null
      results.push({
        figure: viewOfFigure(figure),
        text,
        current: told,
        ...judgeFigure(figure, text, current),
      })
    }
    const count = (verdict: string) => results.filter((result) => result.verdict === verdict).length
    return {
      answer: { title: report.title, results },
      audit: {
        definition: 'report',
        subject: id,
        area: report.area,
        detail: {
          figures: results.length,
          altered: count('altered'),
          stale: count('stale'),
          removed: count('removed'),
        },
      },
    }
  },
  { snapshot: true },
)
