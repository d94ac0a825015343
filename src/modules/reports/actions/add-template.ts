import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import { addTemplate as contract } from '../contract.ts'
import { keptBy } from '../making/kept-by.ts'
import { checkOwnTemplate } from '../own/check-own-template.ts'
import { metricEntries, metricOfTag } from '../own/tag-metric.ts'
import { insertTemplate } from '../storage/template-row.ts'

/** Takes an office's own Word template, if every tag in it is understood. It serves the area of the actor's post. */
export const addTemplate = defineAction(
  contract,
  async (repository, { file, title, description }, office) => {
    const [area] = areasWith(repository.actor, 'template.write')
    if (area === undefined) throw new Problem('right.missing', '您的岗位不能上传汇报模板。')
    const uploaded = await office.files.get(repository, file)
    const tags = checkOwnTemplate(repository, uploaded.bytes)

    const name = newId()
    const entries = metricEntries(repository.catalogue)
    const metrics = new Set(tags.flatMap((tag) => metricOfTag(tag, entries) ?? []))
    const kept = await office.files.put(keptBy(repository, name), { ...uploaded, purpose: 'reportTemplate' })
    await insertTemplate(repository, {
      name,
      title,
      description,
      figures: metrics.size,
      file: kept.id,
      area,
    })
    return {
      answer: { name },
      audit: {
        definition: 'reportTemplate',
        subject: name,
        area,
        detail: { title, metrics: metrics.size },
      },
    }
  },
)
