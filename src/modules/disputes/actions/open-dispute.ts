import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { getRecord } from '../../../platform/server/repository/find.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { answerByMediation } from '../../matters/server.ts'
import { person } from '../../registry/index.ts'
import { disputeKind } from '../codes.ts'
import { openDispute as contract } from '../contract.ts'
import type { Party } from '../life/facts.ts'
import { getOwnDispute, insertDispute } from '../storage/dispute.ts'
import { findHeadArea } from '../storage/heads.ts'

/** A party as it is kept: a resident is called as in the registry. Throws `field.invalid` for one without a name. */
const readParty = async (repository: Repository, party: Party, index: number): Promise<Party> => {
  const name = party.person
    ? ((await getRecord(repository, person, party.person)).display.name ?? '')
    : party.name
  if (name === '')
    throw new Problem('field.invalid', `请写明第 ${index + 1} 方当事人的姓名。`, {
      places: [{ field: `parties.${index}.name`, message: '请写姓名' }],
    })
  return { ...party, name }
}

const refuseSameTwice = (parties: readonly Party[]): void => {
  const keys = parties.map(({ person: id, name, phone }) => id ?? `${name} ${phone}`)
  if (new Set(keys).size < keys.length)
    throw new Problem('field.invalid', '同一个人写了两次。当事人至少要有两方。', {
      places: [{ field: 'parties', message: '同一个人写了两次' }],
    })
}

/**
 * Writes down who quarrels about what, and hands it to the head of the place. Whoever opened it sees it no more,
 * unless they are that head or are made its mediator.
 */
export const openDispute = defineAction(contract, async (repository, input, office) => {
  const { area, kind, title, content } = input
  if (!office.areas.find(area) || !may(repository.actor, 'dispute.write', area))
    throw new Problem('right.missing', '您的岗位不能登记这个区域的纠纷，请换一个区域。')
  if (!disputeKind.items.some(({ code }) => code === kind))
    throw new Problem('field.invalid', '请选择纠纷类型。', {
      places: [{ field: 'kind', message: '请选择纠纷类型' }],
    })
  const headArea = await findHeadArea(repository, area)
  if (headArea === undefined)
    throw new Problem('rule.unmet', '这个区域和它的上级现在都没有书记，没有人能指派调解员。请先设置岗位。')
  const parties: Party[] = []
  for (const [index, party] of input.parties.entries())
    parties.push(await readParty(repository, party, index))
  refuseSameTwice(parties)
  const id = newId()
  const number = await insertDispute(repository, id, {
    kind: 'open',
    day: repository.today,
    detail: { area, headArea, kind, title, content, parties, matter: input.matter?.id ?? null },
  })
  if (input.matter) await answerByMediation(repository, office, input.matter)
  const own = await getOwnDispute(repository, id).catch(() => undefined)
  return {
    answer: { number, head: office.areas.nameOf(headArea), id: own ? id : null },
    audit: { definition: 'dispute', subject: id, area },
  }
})
