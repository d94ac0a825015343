import { Problem } from '../../../platform/contract/problem.ts'
import { type Action, type Done, defineAction } from '../../../platform/server/action/define-action.ts'
import { runAction } from '../../../platform/server/action/run-action.ts'
import type { JobHandler } from '../../../platform/server/jobs/job-queue.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { merge } from '../changing/merge.ts'
import { split } from '../changing/split.ts'
import { getChange, takeBack } from '../changing/take-back.ts'
import {
  mergeAreas as mergeContract,
  splitArea as splitContract,
  undoAreaChange as undoContract,
} from '../contract.ts'
import { countContents } from '../storage/count-contents.ts'

type Answer = Done<{ change: string | null; job: string | null }>

/** So many people are moved while somebody waits; more are moved by a job. */
const atOnce = 3000

const done = (
  change: { id: string; area: string; title: string; on: string },
  counts: Readonly<Record<string, number>>,
  office: Office,
): Answer => ({
  answer: { change: change.id, job: null },
  audit: { area: change.area, detail: { change: change.id, title: change.title, on: change.on, counts } },
  afterwards: () => office.areas.refresh(),
})

/** The changes themselves, as they are carried out at once or by a job. */
const changes = {
  mergeAreas: defineAction(mergeContract, async (repository, order, office) => {
    const { counts, ...change } = await merge(repository, order, office)
    return done(change, counts, office)
  }),
  splitArea: defineAction(splitContract, async (repository, order, office) => {
    const { counts, ...change } = await split(repository, order, office)
    return done(change, counts, office)
  }),
  undoAreaChange: defineAction(undoContract, async (repository, { change: id }, office) => {
    const { change, counts } = await takeBack(repository, id)
    return done(change, counts, office)
  }),
}

const isLarge = async (repository: Repository, areas: readonly string[]): Promise<boolean> =>
  (await countContents(repository, areas)).reduce((sum, { persons }) => sum + persons, 0) > atOnce

const asJob = async (
  repository: Repository,
  office: Office,
  name: keyof typeof changes,
  title: string,
  input: object,
): Promise<Answer> => ({
  answer: {
    change: null,
    job: await office.jobs.send(repository, { kind: 'changeAreas', title, input: { name, input } }),
  },
  audit: { detail: { job: true, ...input } },
})

/** Merges areas; many residents are moved by a job. */
export const mergeAreas = defineAction(mergeContract, async (repository, order, office) =>
  (await isLarge(repository, order.areas))
    ? asJob(repository, office, 'mergeAreas', '合并区域', order)
    : changes.mergeAreas.run(repository, order, office),
)

/** Splits an area; many residents are moved by a job. */
export const splitArea = defineAction(splitContract, async (repository, order, office) =>
  (await isLarge(repository, [order.area]))
    ? asJob(repository, office, 'splitArea', '拆分区域', order)
    : changes.splitArea.run(repository, order, office),
)

/** Takes a merge or split back; many residents are moved by a job. */
export const undoAreaChange = defineAction(undoContract, async (repository, input, office) => {
  const change = await getChange(repository, input.change)
  return (change.counts.person ?? 0) > atOnce
    ? asJob(repository, office, 'undoAreaChange', '撤销区域调整', input)
    : changes.undoAreaChange.run(repository, input, office)
})

/** Carries out a large change as its owner; a retry finds it done by its key. */
export const changeAreasJob =
  (office: Office): JobHandler =>
  async ({ id, input }, repository, report) => {
    const { name, input: order } = input as unknown as { name: keyof typeof changes; input: object }
    const action = changes[name] as Action | undefined
    if (!action) throw new Problem('request.invalid', '不认识这种区域调整。')
    await report({ done: 0, total: 1, message: '正在移动登记，原来的网格到完成前照常可用。' })
    await runAction(office, repository.actor, action, order, `job-${id}`)
    await report({ done: 1, total: 1 })
    return { message: `已调整完成，历史日期仍按原来的网格显示。` }
  }
