import { defineAction } from '../../../platform/server/action/define-action.ts'
import type { JobHandler } from '../../../platform/server/jobs/job-queue.ts'
import { findDuplicates as contract } from '../duplicate-contract.ts'
import { findCandidates, storePairs } from '../storage/duplicate-pairs.ts'
import { weighPair } from './weigh-pair.ts'

/** Looks for duplicates within the actor's reach, as a job. */
export const findDuplicates = defineAction(contract, async (repository, _, office) => ({
  answer: {
    job: await office.jobs.send(repository, { kind: 'findDuplicates', title: '查找疑似重复居民', input: {} }),
  },
  audit: { definition: 'person' },
}))

export const findDuplicatesJob: JobHandler = async (_, repository, report) => {
  const candidates = await findCandidates(repository)
  const pairs = candidates.flatMap((candidate) => {
    const weighed = weighPair(candidate)
    return weighed
      ? [
          {
            a: candidate.a,
            b: candidate.b,
            area_a: candidate.area_a,
            area_b: candidate.area_b,
            ...weighed,
          },
        ]
      : []
  })
  await storePairs(repository, pairs)
  await report({ done: pairs.length, total: pairs.length })
  return { message: `找到 ${pairs.length} 对疑似重复，请逐对核对；系统不会自行合并。` }
}
