import { type CodeList, titleOf } from '../../../core/code/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { refuseForeignArea } from '../../../platform/server/repository/scope.ts'
import { disputeKind, disputeOutcome } from '../codes.ts'
import type { DisputeCounts } from '../contract.ts'
import { hideSmall } from '../numbers/hide-small.ts'
import { countDisputes } from '../storage/count-disputes.ts'

const told = (list: CodeList, counts: { code: string; count: number }[]): DisputeCounts => {
  const { total, shown, hidden } = hideSmall(counts)
  return {
    total,
    hidden,
    shown: shown.map(({ code, count }) => ({ code, count, title: titleOf(list, code) })),
  }
}

/** Digits of a subdistrict's path. */
const subdistrict = 9

/**
 * How many disputes a subdistrict or more had in a year. Smaller areas and shorter spans are refused: what differs
 * between two of them would tell of a single household.
 */
export const readDisputeNumbers = async (repository: Repository, area: string, year: string) => {
  refuseForeignArea(repository, 'metric.read', area)
  if (area.length > subdistrict)
    throw new Problem('metric.too_fine', '纠纷件数只按街道和全区统计，请换一个大一些的区域。')
  const { opened, closed } = await countDisputes(repository, area, year)
  return { opened: told(disputeKind, opened), closed: told(disputeOutcome, closed) }
}
