import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { reviseReport as contract } from '../contract.ts'
import { chooseTemplate } from '../making/choose-template.ts'
import { makeReport } from '../making/make-report.ts'
import { readReportPeriod, subjectOf } from '../making/subject.ts'
import { getReportRow, setSuperseded } from '../storage/report-row.ts'

/** A new version of a published report: the same days, as they are known now. The old one stays, superseded. */
export const reviseReport = defineAction(
  contract,
  async (repository, { id, reason }, office) => {
    const old = await getReportRow(repository, id, { lock: true })
    if (old.state === 'draft')
      throw new Problem('report.wrong_state', '这份汇报还是草稿，不用更正：重新生成一份即可。')
    if (old.state === 'superseded')
      throw new Problem('report.wrong_state', '这份汇报已经有更正版，请更正最新的一版。')

    const template = await chooseTemplate(repository, office, old.template)
    const { today } = repository
    const subject = subjectOf(office, {
      area: old.area,
      period: readReportPeriod(old.period, template.periods, today),
      asOf: old.as_of,
      writtenOn: today,
      corrected: true,
    })
    const made = await makeReport(repository, office, {
      prepared: template.prepare(subject),
      subject,
      template: old.template,
      period: old.period,
      version: old.version + 1,
      revises: id,
      reason,
    })
    await setSuperseded(repository, id)
    return {
      answer: { id: made.id },
      audit: {
        definition: 'report',
        subject: made.id,
        area: old.area,
        purpose: reason,
        detail: { revises: id, version: old.version + 1, figures: made.figures },
      },
    }
  },
  { snapshot: true },
)
