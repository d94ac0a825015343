import { renderTemplate } from '../../../documents/template/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { checkOwnTemplate } from '../own/check-own-template.ts'
import { screenBlocks } from '../own/screen-blocks.ts'
import { metricEntries } from '../own/tag-metric.ts'
import { needsOfTags, valuesOfTags } from '../own/tag-values.ts'
import type { ReportSubject } from '../templates/template.ts'
import type { PreparedReport } from './prepared-report.ts'

/** An office's own template; checked anew, since metrics may have gone since it was uploaded. */
export const prepareOwn = (
  repository: Repository,
  template: { title: string; bytes: Uint8Array },
  subject: ReportSubject,
): PreparedReport => {
  const title = `${subject.areaName}${subject.period.title}${template.title}`
  const tags = checkOwnTemplate(repository, template.bytes)
  const entries = metricEntries(repository.catalogue)
  return {
    title,
    templateTitle: template.title,
    needs: needsOfTags(tags, entries, subject),
    async make(sheet, _, manifest) {
      const values = valuesOfTags(tags, entries, sheet, subject, title)
      return {
        blocks: screenBlocks(template.bytes, values),
        document: renderTemplate(template.bytes, values, manifest()),
      }
    },
  }
}
