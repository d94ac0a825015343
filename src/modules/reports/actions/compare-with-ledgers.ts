import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { comparePassages } from '../against/compare-passages.ts'
import { compareWithLedgers as contract } from '../contract.ts'

/** Holds the numbers of a report against the ledgers, all as they stand at one instant. */
export const compareWithLedgers = defineAction(
  contract,
  async (repository, input, office) => {
    if (!may(repository.actor, 'report.write', input.area))
      throw new Problem('right.missing', '这个区域不在您的辖区，不能与它的台账对照。请在顶部换一个区域。')
    const results = await comparePassages(repository, office.areas, input)
    const count = (verdict: string) => results.filter((result) => result.verdict === verdict).length
    return {
      answer: { results },
      audit: {
        definition: 'report',
        area: input.area,
        detail: {
          asOf: input.asOf,
          numbers: results.length,
          confirmed: count('confirmed'),
          differs: count('differs'),
        },
      },
    }
  },
  { snapshot: true },
)
