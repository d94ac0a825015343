import { type FormPlan, type SheetPlan, understandForm } from '../../../documents/form/index.ts'
import { readWorkbook, type Workbook } from '../../../documents/xlsx/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { isoInstant } from '../../../platform/server/repository/instant.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { SheetAnswer } from '../settled.ts'
import { findMemories } from '../storage/memory-row.ts'
import { recall, shapeOf } from './memory.ts'
import { proposeRows } from './propose-rows.ts'

/** A blank form as read: its plan, what is known already, and who sends it as far as it says so. */
export interface Understood {
  readonly plan: FormPlan
  readonly answers: Record<string, SheetAnswer>
  readonly title: string
  readonly askedBy: string
}

/** `填报单位：幸福街道` tells who fills it, `制表单位：区残联` who asks. */
const sender = /(?:下发|制表|制发|主管|发文|印制|统计)(?:单位|部门|机关)\s*[:：]\s*([^\s:：]{2,30})/

/** A department named in the title: 区残联…, 市民政局…. */
const inTitle = /^((?:[\u4e00-\u9fff]{0,8}?)(?:局|委|办|残联|妇联|团委|工会|中心|部|街道|民政|社保所))/

const findSender = (workbook: Workbook, title: string): string => {
  for (const sheet of workbook.sheets)
    for (const row of sheet.rows.slice(0, 40))
      for (const cell of row.cells) {
        const found = sender.exec(cell.text)?.[1]
        if (found) return found
      }
  return inTitle.exec(title.replace(/^附件\d*[:：]?/, ''))?.[1] ?? ''
}

const known = async (repository: Repository, sheet: SheetPlan): Promise<SheetAnswer> => {
  const { shape, headers } = shapeOf(sheet)
  const proposed = proposeRows(sheet, repository.catalogue).rows
  for (const memory of await findMemories(repository, shape, headers)) {
    const recalled = recall(sheet, memory)
    if (!recalled) continue
    return {
      fields: recalled.fields,
      rows: memory.rowSet ?? proposed,
      confirmed: false,
      memory: {
        title: memory.title,
        confirmedBy: memory.confirmed_by_name,
        confirmedAt: isoInstant(memory.confirmed_at),
        ...recalled.difference,
      },
    }
  }
  return { fields: {}, rows: proposed, confirmed: false }
}

/** Reads a blank form and recalls what was confirmed about it. Throws `file.unreadable`, `form.no_header`. */
export const understandRequest = async (
  repository: Repository,
  bytes: Uint8Array,
  fileName: string,
): Promise<Understood> => {
  const workbook = await readWorkbook(bytes, { fileName })
  if (!workbook.ok) throw new Problem('file.unreadable', workbook.message)
  const plan = understandForm(workbook.value, { fileName })
  const sheets = plan.sheets.filter(({ shape }) => shape !== 'none')
  if (sheets.length === 0)
    throw new Problem(
      'form.no_header',
      `“${fileName}”里没有找到表头：${plan.sheets.map(({ name }) => `工作表“${name}”`).join('、') || '工作簿'}的前 15 行中没有认出“姓名”“身份证号”等列名，也没有左边名目、右边填值的格子。请确认这是一份空白表格；如果表头更靠下，请删去上方的说明后重新上传。`,
      { places: plan.sheets.map(({ name }) => ({ sheet: name, message: '没有找到表头' })) },
    )
  const answers: Record<string, SheetAnswer> = {}
  for (const sheet of sheets) answers[sheet.name] = await known(repository, sheet)
  const title = sheets[0]!.title || fileName.replace(/\.\w+$/, '')
  return { plan: { sheets }, answers, title, askedBy: findSender(workbook.value, title) }
}
