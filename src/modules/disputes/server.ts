import { Problem } from '../../platform/contract/problem.ts'
import { recordAudit } from '../../platform/server/audit/record-audit.ts'
import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { assignMediators } from './actions/assign-mediators.ts'
import { closeDispute } from './actions/close-dispute.ts'
import { openDispute } from './actions/open-dispute.ts'
import { recordAgreement } from './actions/record-agreement.ts'
import { recordFulfilment } from './actions/record-fulfilment.ts'
import { recordSession } from './actions/record-session.ts'
import { reopenDispute } from './actions/reopen-dispute.ts'
import { revisitDispute } from './actions/revisit-dispute.ts'
import { writeAgreement } from './agreement/write-agreement.ts'
import { getDispute, getDisputeNumbers, listDisputes } from './contract.ts'
import { factsPlace, stepPlace } from './life/sealed-place.ts'
import { readDisputeNumbers } from './views/dispute-numbers.ts'
import { readDispute, readOwnDisputes } from './views/dispute-story.ts'

/** 矛盾纠纷: mediated, agreed, revisited; closed to everybody but those involved. */
export const disputesServer: ServerModule = {
  actions: [
    openDispute,
    assignMediators,
    recordSession,
    recordAgreement,
    recordFulfilment,
    revisitDispute,
    closeDispute,
    reopenDispute,
  ],
  readers: [
    defineReader(listDisputes, async (repository, { query }) => ({
      rows: await readOwnDisputes(repository, query.closed === 'true'),
    })),
    defineReader(getDispute, (repository, { params }) => readDispute(repository, params.id)),
    defineReader(getDisputeNumbers, (repository, { query }) =>
      readDisputeNumbers(repository, query.area, query.year),
    ),
  ],
  downloads: [
    {
      path: '/api/disputes/:id/agreement.docx',
      title: '下载人民调解协议书',
      run: async (repository, { id = '' }) => {
        const story = await readDispute(repository, id)
        if (!story.agreement) throw new Problem('rule.unmet', '还没有达成协议。请先记录协议，再下载协议书。')
        await recordAudit(repository, { action: 'downloadAgreement', definition: 'dispute', subject: id })
        return {
          name: `人民调解协议书-${story.line.number}.docx`,
          type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          bytes: await writeAgreement(story),
        }
      },
    },
  ],
  sealed: [
    { table: 'dispute', column: 'facts', names: ['id'], place: ({ id }) => factsPlace(id!) },
    {
      table: 'dispute_step',
      column: 'step',
      fixed: true,
      names: ['dispute', 'seq'],
      place: ({ dispute, seq }) => stepPlace(dispute!, Number(seq)),
    },
  ],
  jobs: () => ({}),
}
