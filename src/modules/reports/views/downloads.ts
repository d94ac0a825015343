import { z } from 'zod'
import { Problem } from '../../../platform/contract/problem.ts'
import { recordAudit } from '../../../platform/server/audit/record-audit.ts'
import type { Download } from '../../../platform/server/http/module.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import { keptBy } from '../making/kept-by.ts'
import { exampleTemplate } from '../own/example-template.ts'
import { getReportRow } from '../storage/report-row.ts'

const notFound = () => new Problem('report.not_found', '没有找到这份汇报，或者它不在您的辖区。')

/** The .docx of a report of one's areas; each download is written down. */
export const reportDocument: Download = {
  path: '/api/reports/:id/document',
  title: '下载汇报(Word)',
  async run(repository, { id }, office) {
    if (!z.uuid().safeParse(id).success) throw notFound()
    const report = await getReportRow(repository, id!)
    const { name, type, bytes } = await office.files.get(keptBy(repository, report.id), report.document)
    await recordAudit(repository, {
      action: 'downloadReport',
      definition: 'report',
      subject: report.id,
      area: report.area,
      detail: { version: report.version, state: report.state },
    })
    return { name, type, bytes }
  },
}

/** A template with every kind of tag, for an office to make its own from. */
export const templateExample: Download = {
  path: '/api/report-templates/example',
  title: '下载汇报模板样例',
  async run(repository) {
    const may = ['report.write', 'template.write'] as const
    if (may.every((right) => areasWith(repository.actor, right).length === 0))
      throw new Problem('right.missing', '您的岗位不能查看「汇报模板」。')
    return {
      name: '汇报模板样例.docx',
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: await exampleTemplate(),
    }
  },
}
