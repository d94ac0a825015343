import { periodText } from '../../../core/time/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { createReport as contract } from '../contract.ts'
import { chooseTemplate } from '../making/choose-template.ts'
import { makeReport } from '../making/make-report.ts'
import { lastDay, readReportPeriod, subjectOf } from '../making/subject.ts'

/** Makes a draft: all its numbers are read at one instant. */
export const createReport = defineAction(
  contract,
  async (repository, { template: name, area, period: written }, office) => {
    if (!may(repository.actor, 'report.write', area))
      throw new Problem('right.missing', '您的岗位不能为这个区域生成汇报，请选择您辖区内的区域。')
    const template = await chooseTemplate(repository, office, name)
    const period = readReportPeriod(written, template.periods, repository.today)

    const { today } = repository
    const subject = subjectOf(office, {
      area,
      period,
      asOf: lastDay(period, today),
      writtenOn: today,
      corrected: false,
    })
    const { id, figures } = await makeReport(repository, office, {
      prepared: template.prepare(subject),
      subject,
      template: name,
      period: periodText(period),
      version: 1,
      revises: null,
      reason: '',
    })
    return {
      answer: { id },
      audit: {
        definition: 'report',
        subject: id,
        area,
        detail: { template: name, period: written, figures },
      },
    }
  },
  { snapshot: true },
)
