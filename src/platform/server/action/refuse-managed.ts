import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'

const isManaged = (definition: Definition): boolean => definition.kind === 'record' && definition.managed

/** Throws where only the steps of the record's own module may change or reveal it. */
export const refuseManaged = (definition: Definition): void => {
  if (isManaged(definition))
    throw new Problem('right.missing', `${definition.title}只能按它自己的步骤办理，请打开它的页面操作。`)
}

/** Throws where sensitive values leave the house in clear, many at once, that only its own module may reveal. */
export const refuseUnmasked = (definition: Definition): void => {
  if (isManaged(definition))
    throw new Problem(
      'right.missing',
      `${definition.title}里的个人信息只能脱敏后成批导出；要看原文，请打开它的页面，写明用途逐件查看。`,
    )
}
