import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { setMailServer as mailContract, setQuietHours as quietContract } from '../contract.ts'
import { saveMailServer, saveQuiet } from '../storage/settings.ts'

const refuseOthers = ({ actor, district }: Repository) => {
  if (!may(actor, 'staff.manage', district))
    throw new Problem('right.missing', '邮件服务器和免打扰时间由全区统一设置，请联系系统管理员。')
}

export const setMailServer = defineAction(mailContract, async (repository, server) => {
  refuseOthers(repository)
  if (server.host !== '' && server.from === '')
    throw new Problem('field.invalid', '请填写发件人的邮箱地址。', {
      places: [{ field: 'from', message: '请填写发件人的邮箱地址' }],
    })
  await saveMailServer(repository, server)
  const { host, port, security } = server
  return { answer: { host }, audit: { area: repository.district, detail: { host, port, security } } }
})

export const setQuietHours = defineAction(quietContract, async (repository, quiet) => {
  refuseOthers(repository)
  await saveQuiet(repository, quiet)
  return { answer: quiet, audit: { area: repository.district, detail: { ...quiet } } }
})
