import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refuseManyReveals } from '../../../platform/server/records/refuse-many-reveals.ts'
import { valuesOf } from '../../../platform/server/repository/write.ts'
import { revealReporter as contract } from '../contract.ts'
import { matter } from '../definition.ts'
import { mayCall } from '../life/takers.ts'
import { openMatter } from './define-step.ts'

/** The number to call, for those who handle the matter now or are to call back; nobody keeps it afterwards. */
export const revealReporter = defineAction(
  contract,
  async (repository, { id, purpose }, office) => {
    const context = await openMatter(repository, { id }, office.zone)
    if (!mayCall(context.takers, context.facts))
      throw new Problem('right.missing', '只有正在办理或负责回访的人员可以查看反映人的联系方式。')
    await refuseManyReveals(repository)
    const values = valuesOf(repository, matter, context.matter.row)
    return {
      answer: { name: String(values.reporterName ?? ''), phone: String(values.reporterPhone ?? '') },
      audit: {
        definition: 'matter',
        subject: id,
        area: context.facts.area,
        purpose,
        detail: { field: 'reporterPhone' },
      },
    }
  },
  { looks: true },
)
