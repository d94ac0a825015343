import type { AreaView } from '../../platform/contract/session.ts'
import type { AreaTree } from '../../platform/server/permission/area-tree.ts'

/** The area of that name, code or path. Throws with a sentence that says how to write it. */
export const findArea = (areas: AreaTree, district: string, wanted: string): AreaView => {
  const named = areas.under(district).filter(({ name }) => name === wanted)
  if (named.length > 1)
    throw new Error(
      `叫「${wanted}」的区域有 ${named.length} 个，请改用代码：${named.map(({ path }) => path).join('、')}。`,
    )
  const area = named[0] ?? areas.find(wanted) ?? areas.find(wanted.replace(/(?:000)+$/, ''))
  if (!area) throw new Error(`没有区域「${wanted}」。请写区域的名称或代码。`)
  return area
}
