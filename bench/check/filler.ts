import { drawFrom, seedReports } from './seed-reports.ts'
import { seedTemplates } from './seed-templates.ts'

const phrases =
  '社区坚持党建引领，网格员每天入户走访，及时收集居民的意见和建议。|街道组织辖区单位开展环境整治，居民的获得感不断增强。|各支部按时召开组织生活会，党员认领服务岗位。|物业、业委会和居民代表定期议事，小区里的难题有人管。|志愿者为独居老人送餐、陪诊，邻里互助蔚然成风。'.split(
    '|',
  )

/** A report with one figure in some 60 characters (provincial reports have one in 85) of at least so many characters, written like one, the same for the same seed. */
export const longReport = (characters: number, seed = 1): string => {
  const draw = drawFrom(seed)
  const parts: string[] = []
  let length = 0
  for (const report of seedReports(seedTemplates, Math.ceil(characters / 800), seed)) {
    const filler = Array.from({ length: 30 }, () => phrases[draw(0, phrases.length - 1)]).join('')
    const part = `${report.text}${filler}\n`
    parts.push(part)
    length += part.length
    if (length >= characters) break
  }
  return parts.join('')
}
