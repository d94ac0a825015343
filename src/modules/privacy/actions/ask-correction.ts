import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { askCorrection as contract } from '../contract.ts'
import { storeCorrection } from '../storage/corrections.ts'
import { findProven, openDisclosure } from '../storage/disclosures.ts'

/** A resident says on the public page what is wrong; it becomes a to-do of the community where they are registered. */
export const askCorrection = defineAction(contract, async (repository, { code, tail, said }) => {
  const opened = await openDisclosure(repository, { code, tail })
  if (!opened) throw new Problem('record.not_found', '查询码或身份证后四位不对。')
  // They may have moved since the note was written.
  const area = (await findProven(repository, opened.person))?.row.area ?? opened.area
  const id = await storeCorrection(repository, { person: opened.person, area, said })
  return { answer: { id }, audit: { definition: 'person', subject: opened.person, area } }
})
