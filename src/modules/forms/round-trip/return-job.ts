import { readWorkbook } from '../../../documents/xlsx/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { JobHandler } from '../../../platform/server/jobs/job-queue.ts'
import type { Office } from '../../../platform/server/office.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import { keptBy } from '../kept-by.ts'
import { getFill } from '../storage/fill-row.ts'
import { getRequest } from '../storage/request-row.ts'
import { getReturn, updateReturn } from '../storage/return-row.ts'
import { compareReturned } from './compare-returned.ts'
import { isDecidable } from './stored-difference.ts'

/** Compares a form that came back, as its owner may see the ledgers when it runs. Nothing is written to them. */
export const returnJob =
  (office: Office): JobHandler =>
  async ({ input }, repository) => {
    const row = await getReturn(repository, String(input.return))
    try {
      const request = await getRequest(repository, row.request)
      const fill = await getFill(repository, row.fill)
      const file = await office.files.get(keptBy(repository, row.id), row.file)
      const workbook = await readWorkbook(file.bytes, { fileName: row.file_name })
      if (!workbook.ok) throw new Problem('file.unreadable', workbook.message)
      const unmasked = fill.unmasked && areasWith(repository.actor, 'field.reveal').length > 0
      const order = { repository, area: fill.area, asOf: repository.today, unmasked }
      const { differences, counts } = await compareReturned(order, request, fill, workbook.value)
      const open = differences.filter(isDecidable).length
      if (Object.keys(counts).length === 0)
        throw new Problem(
          'form.not_filled',
          '这次填写里没有可以逐格比对的内容（统计表回收后不作比对），没有改动。',
        )
      const message =
        differences.length === 0
          ? '和发出的、现有的都一致，没有要处理的。'
          : `共 ${differences.length} 处不同，其中 ${open} 处待您决定。`
      await updateReturn(repository, row.id, {
        state: open === 0 ? 'done' : 'ready',
        message,
        counts: { ...counts, open },
        differences,
      })
      return { message }
    } catch (error) {
      const message =
        error instanceof Problem ? error.message : '比对时系统内部出错，已记入日志。请稍后再试。'
      await updateReturn(repository, row.id, { state: 'failed', message })
      throw error
    }
  }
