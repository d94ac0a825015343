import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { refuseOpenParts } from './answer-matter.ts'
import { openMatter, refuseStep, takeStep } from './define-step.ts'

/**
 * Answers a matter that has become a dispute between people, in the transaction of the command that opened it: by its
 * owner, in its state, as any answer. What the dispute is and who mediates it, the matter does not tell.
 */
export const answerByMediation = async (
  repository: Repository,
  { zone }: Pick<Office, 'zone'>,
  matter: { id: string; seen: number },
): Promise<void> => {
  const context = await openMatter(repository, matter, zone)
  refuseStep('answer', context)
  refuseOpenParts(context.facts)
  await takeStep(context, {
    kind: 'answer',
    detail: {
      text: '这件事已转为人民调解，由调解员和各方当事人联系。',
      callback: context.clocks.callback(context.now),
    },
  })
}
