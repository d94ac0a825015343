import { checkTemplate, inspectTemplate, type TemplateTag } from '../../../documents/template/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { metricEntries, metricOfTag } from './tag-metric.ts'

/** The tags of an office's own template. Throws `template.invalid` naming every wrong one with its place. */
export const checkOwnTemplate = (
  repository: Pick<Repository, 'catalogue'>,
  bytes: Uint8Array,
): TemplateTag[] => {
  const inspected = inspectTemplate(bytes)
  if (!inspected.ok) throw new Problem('file.unreadable', inspected.message)
  const entries = metricEntries(repository.catalogue)
  const { tags } = inspected.value
  const faults = [...inspected.value.faults, ...checkTemplate(tags, entries)]
  if (faults.length > 0)
    throw new Problem(
      'template.invalid',
      `模板里有 ${faults.length} 处标记不对，请改好后重新上传。${faults[0]!.message}`,
      { places: faults.map(({ tag, message }) => ({ field: tag, message })) },
    )
  if (!tags.some((tag) => metricOfTag(tag, entries)))
    throw new Problem(
      'template.invalid',
      '模板里没有一个指标标记，填不出数字。请把要填数的地方写成“{指标名称}”，再上传。',
    )
  return tags
}
