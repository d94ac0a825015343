import { addDays } from '../../../core/time/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { findRow, notFound } from '../../../platform/server/repository/find.ts'
import { person } from '../../registry/index.ts'
import { issueDisclosure as contract } from '../contract.ts'
import { disclosureDays, newDisclosureCode } from '../disclosure-code.ts'
import { storeDisclosure } from '../storage/disclosures.ts'

/** After the clerk has checked who asks: a code on a note, for some days. */
export const issueDisclosure = defineAction(contract, async (repository, { person: id, verified, wish }) => {
  const found = await findRow(repository, person, id)
  if (!found || !may(repository.actor, 'registry.write', found.row.area)) throw notFound(person)
  if (!found.row.id_number)
    throw new Problem(
      'rule.unmet',
      '还没有登记身份证号码。本人查询时要核对后四位，请先按证件补登，再开具查询码。',
    )
  const disclosure = newId()
  const code = newDisclosureCode()
  const expiresOn = addDays(repository.today, disclosureDays)
  const { area } = found.row
  await storeDisclosure(repository, { id: disclosure, person: id, area, code, verified, wish, expiresOn })
  return {
    answer: { id: disclosure, code: '', expiresOn },
    once: { code },
    audit: { definition: 'person', subject: id, area, purpose: wish, detail: { verified, expiresOn } },
  }
})
