import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'

/** Throws where only the steps of the record's own module may change or reveal it. */
export const refuseManaged = (definition: Definition): void => {
  if (definition.kind === 'record' && definition.managed)
    throw new Problem('right.missing', `${definition.title}只能按它自己的步骤办理，请打开它的页面操作。`)
}
