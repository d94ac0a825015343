import { writeOfficial } from '../../../documents/official/index.ts'
import { block } from '../templates/phrase.ts'
import { signature, signerOf } from '../templates/signature.ts'
import type { ReportSubject, ReportTemplate } from '../templates/template.ts'
import type { PreparedReport } from './prepared-report.ts'

export const prepareBuiltIn = (template: ReportTemplate, subject: ReportSubject): PreparedReport => {
  const title = template.titleOf(subject)
  return {
    title,
    templateTitle: template.title,
    needs: [
      ...template.metrics.map((metric) => ({ metric, area: subject.area })),
      ...subject.below.flatMap(({ path }) => template.below.map((metric) => ({ metric, area: path }))),
    ],
    async make(sheet, authorship, manifest) {
      const blocks = [
        block('title', title),
        ...(subject.corrected ? [block('subtitle', '（更正版）')] : []),
        ...template.layOut(sheet, subject),
        ...signature(signerOf(subject.area, subject.areaName), subject.writtenOn),
      ]
      return { blocks, document: await writeOfficial({ title, ...authorship, blocks }, manifest()) }
    },
  }
}
