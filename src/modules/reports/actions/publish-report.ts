import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { publishReport as contract } from '../contract.ts'
import { getReportRow, setPublished } from '../storage/report-row.ts'

/** Freezes a draft; the database then lets neither its text nor its figures change. */
export const publishReport = defineAction(contract, async (repository, { id }) => {
  const report = await getReportRow(repository, id, { lock: true })
  if (report.state !== 'draft')
    throw new Problem('report.wrong_state', '这份汇报已经定稿，不能再次定稿。发现有错请用「更正」。')
  await setPublished(repository, id)
  return {
    answer: { id },
    audit: { definition: 'report', subject: id, area: report.area, detail: { version: report.version } },
  }
})
