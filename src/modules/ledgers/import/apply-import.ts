import type { ClientBase } from 'pg'
import { Problem } from '../../../platform/contract/problem.ts'
import { recordAudit } from '../../../platform/server/audit/record-audit.ts'
import type { JobHandler, Report } from '../../../platform/server/jobs/job-queue.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { person } from '../../registry/index.ts'
import {
  type Counts,
  expireFile,
  findBatch,
  hashOfFile,
  type ImportBatch,
  updateBatch,
} from '../storage/import-batch.ts'
import { inImportTransaction } from '../storage/import-transaction.ts'
import { writeVersions } from '../storage/write-versions.ts'
import { checkRows } from './check/check-rows.ts'
import type { Outcome } from './check/outcome.ts'
import { makePlan, type Plan } from './check/plan.ts'
import { makeTally } from './check/tally.ts'
import { getImportable } from './get-batch.ts'
import { openRowFile, rowsOf } from './open-row-file.ts'
import type { Layout } from './recognise/layout.ts'
import { openPreview, sealPreview } from './sealed-preview.ts'
import { telling } from './tell-progress.ts'

/** Days for which the file stays after it has served. */
export const keptDays = 7

const write = async (
  repository: Repository,
  client: ClientBase,
  plan: Plan,
  on: string,
  outcomes: readonly Outcome[],
) => {
  const good = outcomes.filter((outcome) => outcome.kind !== 'faulty')
  const people = good.flatMap((outcome) => outcome.person ?? [])
  const entries = good.flatMap((outcome) => outcome.entry ?? [])
  await writeVersions(repository, client, person, on, people)
  await writeVersions(repository, client, plan.ledger, on, entries)
}

const messageOf = ({ add, change, same, newPersons, faulty }: Counts): string =>
  `新增 ${add} 行，更新 ${change} 行，未变 ${same} 行，新登记居民 ${newPersons} 人${faulty > 0 ? `;${faulty} 行有误，没有导入` : ''}`

/** The whole of an import in one transaction: rows are checked anew against what stands now, and locked. */
const apply = async (
  office: Office,
  outside: Repository,
  batch: ImportBatch,
  report: Report,
): Promise<string> => {
  const preview = openPreview(outside, batch)
  const layout = preview.layout as Layout
  const plan = makePlan(getImportable(outside, layout.ledger!), layout, outside.today)
  const rows = rowsOf(await openRowFile(office, outside, batch), layout)
  // Outside of the transaction, so that the page can follow.
  const tell = telling(outside, batch.id, 'importing', report)
  const on = batch.on_day!
  return await inImportTransaction(office.connection, async (db, client) => {
    const repository = repositoryFor(office, outside.actor, { db, command: batch.command! })
    const tally = makeTally()
    let writing: Promise<void> = Promise.resolve()
    try {
      for await (const outcomes of checkRows({
        repository,
        areas: office.areas,
        plan,
        rows,
        on,
        lock: true,
        area: batch.area ?? undefined,
      })) {
        await writing
        // The next rows are read and sealed while the database takes these in.
        writing = write(repository, client, plan, on, outcomes)
        writing.catch(() => undefined)
        tally.take(outcomes)
        await tell(tally.counts.rows, Math.max(batch.total ?? 0, tally.counts.rows))
      }
    } finally {
      // Whatever happens, nothing is written any more once the transaction ends.
      await writing
    }
    const { counts, faults } = tally
    await recordAudit(repository, {
      action: 'applyImport',
      definition: plan.ledger.name,
      area: batch.area ?? undefined,
      detail: { import: batch.id, on, sha256: await hashOfFile(repository, batch.file), ...counts },
    })
    await expireFile(repository, batch.file, keptDays)
    const message = messageOf(counts)
    const isOurs = await updateBatch(repository, batch.id, 'importing', {
      state: 'done',
      message,
      counts,
      // What the page is told on the way skips beats; at the end it is exact.
      done: counts.rows,
      ...sealPreview(repository, batch.id, { ...preview, faults }),
    })
    if (!isOurs) throw new Problem('import.wrong_state', '这次导入已由另一个任务完成。')
    return message
  })
}

/** Unique key taken, serialization, deadlock: somebody else was at the same rows, and looking again settles it. */
const isContention = (error: unknown): boolean =>
  ['23505', '40001', '40P01'].includes(String((error as { code?: unknown }).code))

const attempts = 3

/** Writes a confirmed import: all rows without a fault, or, where anything breaks, none. Safe to run again. */
export const applyImport =
  (office: Office): JobHandler =>
  async ({ input }, repository, report) => {
    for (let attempt = 1; ; attempt++) {
      const batch = await findBatch(repository, String(input.import))
      if (batch?.state !== 'importing') return { message: batch?.message ?? '' }
      try {
        return { message: await apply(office, repository, batch, report) }
      } catch (error) {
        if (isContention(error) && attempt < attempts) continue
        const reason = error instanceof Problem ? error.message : '系统内部出错，已记入日志，请稍后再试。'
        await updateBatch(repository, batch.id, 'importing', {
          state: 'preview',
          message: `没有导入，数据没有改动：${reason}`,
        })
        throw error
      }
    }
  }
