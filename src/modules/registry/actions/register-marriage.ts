import { Problem } from '../../../platform/contract/problem.ts'
import { registerMarriage as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { moveTo, nameOf, type Staged } from '../changes/draft.ts'
import { stageWithHome } from '../changes/one-household.ts'
import { kinshipOfSpouse } from '../kinship/rebase-kinship.ts'

/** 初婚, or 再婚 for who was married before (GB/T 2261.2). */
const wed = (one: Staged): void => {
  const before = String(one.before.maritalStatus ?? '')
  one.values.maritalStatus = ['30', '40'].includes(before) ? '22' : before.startsWith('1') ? '21' : '20'
}

const refuseMarried = (one: Staged) => {
  if (['20', '21', '22', '23'].includes(String(one.before.maritalStatus)))
    throw new Problem('rule.unmet', `${nameOf(one)}登记为已婚，请先核对其婚姻状况。`)
}

/** 结婚: both are married from that day on; one may move to the other's household. */
export const registerMarriage = defineChange(contract, async (draft, input) => {
  const one = await stageWithHome(draft, input.person)
  const other = input.spouse ? await stageWithHome(draft, input.spouse) : undefined
  if (other?.person === one.person)
    throw new Problem('field.invalid', '请选择配偶本人。', {
      places: [{ field: 'spouse', message: '不能是同一人' }],
    })
  for (const each of [one, other]) {
    if (!each) continue
    refuseMarried(each.person)
    wed(each.person)
  }
  const [mover, host] = input.moves === 'person' ? [one, other] : [other, one]
  if (input.moves) {
    if (!mover || !host?.home)
      throw new Problem('field.invalid', '要搬去的一方还没有登记所在住户。', {
        places: [{ field: 'moves', message: '没有可以搬去的住户' }],
      })
    if (mover.home !== host.home) {
      moveTo(draft, mover.person, host.home)
      const isHead = host.home.before.head === host.person.id
      const of = isHead ? '02' : (host.person.before.relationToHead as string | undefined)
      const relation = kinshipOfSpouse(of, String(mover.person.values.sex))
      if (relation.certain) mover.person.values.relationToHead = relation.code
    }
  }
  const names = [one, other].flatMap((each) => (each ? [nameOf(each.person)] : []))
  return { title: `${names.join('与')}结婚`, person: one.person, household: host?.home ?? one.home }
})
