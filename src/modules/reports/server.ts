import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { addTemplate } from './actions/add-template.ts'
import { compareWithLedgers } from './actions/compare-with-ledgers.ts'
import { createReport } from './actions/create-report.ts'
import { forgetSynonym } from './actions/forget-synonym.ts'
import { learnSynonym } from './actions/learn-synonym.ts'
import { publishReport } from './actions/publish-report.ts'
import { reviseReport } from './actions/revise-report.ts'
import { verifyFigures } from './actions/verify-figures.ts'
import {
  getReport,
  listReports,
  listSynonyms as listSynonymsRoute,
  listTemplates as listTemplatesRoute,
} from './contract.ts'
import { listFigureRows } from './storage/figure-row.ts'
import { getReportRow, listReportRows } from './storage/report-row.ts'
import { reportDocument, templateExample } from './views/downloads.ts'
import { listSynonyms } from './views/list-synonyms.ts'
import { listTemplates } from './views/list-templates.ts'
import { viewOfFigure, viewOfReport } from './views/report-view.ts'

export { comparePassages } from './against/compare-passages.ts'
export { passagesOf } from './against/passages-of.ts'
export { type Compared, sayCompared, verdictWords } from './against/verdict-words.ts'

export const reportsServer: ServerModule = {
  actions: [
    createReport,
    publishReport,
    reviseReport,
    addTemplate,
    verifyFigures,
    compareWithLedgers,
    learnSynonym,
    forgetSynonym,
  ],
  readers: [
    defineReader(listReports, async (repository) => ({
      reports: (await listReportRows(repository)).map((row) => viewOfReport(repository, row)),
    })),
    defineReader(getReport, async (repository, { params }) => {
      const report = await getReportRow(repository, params.id)
      const figures = await listFigureRows(repository, report.id)
      return {
        ...viewOfReport(repository, report),
        blocks: report.blocks,
        figures: figures.map(viewOfFigure),
      }
    }),
    defineReader(listTemplatesRoute, listTemplates),
    defineReader(listSynonymsRoute, listSynonyms),
  ],
  downloads: [reportDocument, templateExample],
  jobs: () => ({}),
}
