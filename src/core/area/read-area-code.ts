import { type Parsed, parsed, refused } from '../parsed.ts'
import { compactText } from '../plain-text.ts'
import { areaLevels } from './area-level.ts'
import { type AreaPath, isAreaPath, pathOfCode } from './area-path.ts'

const lengths = areaLevels.map((level) => level.length)

/** Reads an area code of any level, with or without the zeros at its end, and gives its path. */
export const readAreaCode = (text: string): Parsed<AreaPath> => {
  const code = compactText(text)
  if (/^\d(\.\d+)?e\+?\d+$/i.test(code))
    return refused(`区域代码被表格变成了数字“${code}”，请把该列设为文本格式后重新填写。`)
  if (!/^\d+$/.test(code)) return refused(`区域代码“${code}”应全是数字。`)
  if (!lengths.includes(code.length))
    return refused(
      `区域代码“${code}”是${code.length}位，应为12位统计用区划代码，网格再各加3位（最多${lengths.at(-1)}位）。`,
    )
  const path = pathOfCode(code)
  return isAreaPath(path) ? parsed(path) : refused(`区域代码“${code}”不对：前两位应是省级代码。`)
}
