import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { areasWithin } from '../../../platform/server/permission/actor.ts'
import { fillFormRequest as contract } from '../contract.ts'
import { openSheet } from '../filling/sheet-filler.ts'
import { insertFill, updateFill } from '../storage/fill-row.ts'
import { countFormRows } from '../storage/form-rows.ts'
import { getRequest, updateRequest } from '../storage/request-row.ts'

/** Rows that fit on a sheet below a header. */
const most = 1_000_000

/** Checks what is to be filled, writes its purpose down and leaves the making to a job. */
export const fillFormRequest = defineAction(contract, async (repository, input, office) => {
  const request = await getRequest(repository, input.id, { lock: input.version })
  const area = input.area ?? request.area
  const asOf = input.asOf ?? repository.today
  if (!areasWithin(repository.actor, 'data.export', area).includes(area))
    throw new Problem('right.missing', '您的岗位不能导出这个区域的数据。')
  if (input.unmasked && !areasWithin(repository.actor, 'field.reveal', area).includes(area))
    throw new Problem('right.missing', '您的岗位不能导出脱敏信息原文。')
  refuseFuture(repository, asOf)
  const order = { repository, area, asOf, unmasked: input.unmasked }
  const sheets = request.plan.sheets.flatMap(
    (sheet) => openSheet(order, sheet, request.answers[sheet.name]) ?? [],
  )
  const statistical = request.plan.sheets.some(({ crossTable }) => crossTable !== undefined)
  if (sheets.length === 0 && !statistical)
    throw new Problem('form.rows_invalid', '还没有确定填哪些人或物，请先选择并确认。', {
      places: [{ field: 'rows', message: '请选择' }],
    })
  for (const { query, sheet } of sheets) {
    const { total } = await countFormRows(query, [])
    if (total > most)
      throw new Problem(
        'form.rows_invalid',
        `工作表“${sheet.name}”要填 ${total} 行，一张工作表最多放 ${most} 行。请按社区分开填写。`,
      )
  }

  const fill = newId()
  await insertFill(repository, {
    id: fill,
    request: request.id,
    area,
    as_of: asOf,
    unmasked: input.unmasked,
    purpose: input.purpose,
  })
  const job = await office.jobs.send(repository, {
    kind: 'fillForm',
    title: `填写《${request.title}》`,
    input: { fill, sources: input.sources },
  })
  await updateFill(repository, fill, { job })
  if (request.state === 'open') await updateRequest(repository, request, { state: 'filled' })
  return {
    answer: { fill, job },
    audit: {
      definition: 'formRequest',
      subject: request.id,
      area,
      purpose: input.purpose,
      detail: { fill, asOf, unmasked: input.unmasked },
    },
  }
})
