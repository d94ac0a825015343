import { z } from 'zod'
import { Problem } from '../../../platform/contract/problem.ts'
import { recordAudit } from '../../../platform/server/audit/record-audit.ts'
import type { Download } from '../../../platform/server/http/module.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import { exampleForm } from '../example-form.ts'
import { keptBy } from '../kept-by.ts'
import { getRequest } from '../storage/request-row.ts'

/** The blank form as it was sent. */
export const blankForm: Download = {
  path: '/api/form-requests/:id/blank',
  title: '下载空白原表',
  async run(repository, { id }, office) {
    if (areasWith(repository.actor, 'data.export').length === 0)
      throw new Problem('right.missing', '您的岗位不能查看「下发的表格」。')
    if (!z.uuid().safeParse(id).success) throw new Problem('form.not_found', '没有找到这份下发的表格。')
    const request = await getRequest(repository, id!)
    const { name, type, bytes } = await office.files.get(keptBy(repository, request.id), request.file)
    await recordAudit(repository, {
      action: 'downloadFile',
      definition: 'formRequest',
      subject: request.id,
      area: request.area,
    })
    return { name, type, bytes }
  },
}

/** A made-up blank form to try. */
export const formExample: Download = {
  path: '/api/form-example',
  title: '下载试填的空白表',
  async run(repository) {
    if (areasWith(repository.actor, 'data.export').length === 0)
      throw new Problem('right.missing', '您的岗位不能填写下发的表格。')
    return {
      name: '残疾人基本情况登记表（试填）.xlsx',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await exampleForm(),
    }
  },
}
