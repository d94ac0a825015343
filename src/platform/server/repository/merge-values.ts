import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'
import type { Values } from './row.ts'

/**
 * What stands, with what was sent laid over it; a sent null or empty text clears. Fields that the system keeps
 * cannot be sent.
 */
export const mergeValues = (definition: Definition, standing: Values, sent: Values): Values => {
  for (const key of Object.keys(sent))
    if (definition.fields[key]?.kept)
      throw new Problem('field.invalid', `${definition.fields[key].title}由系统维护，不能直接填写。`, {
        places: [{ field: key, message: '由系统维护' }],
      })
  return { ...standing, ...sent }
}
