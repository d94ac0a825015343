import type { LedgerDefinition } from '../../../core/definition/index.ts'
import { listRecords, listRows } from '../../../platform/server/repository/list.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { viewOf } from '../../../platform/server/repository/view.ts'
import { dueToEnter, dueToLeave, findDeclined } from '../storage/proposals.ts'
import { findLeaving } from './find-leaving.ts'

interface Asked {
  area?: string | undefined
  declined: 'true' | 'false'
  cursor?: string | undefined
  limit: number
}

const nobody = { rows: [], next: null, total: 0 }

const listEntering = async (repository: Repository, ledger: LedgerDefinition, asked: Asked) => {
  const due = dueToEnter(repository, ledger, asked.declined === 'true')
  if (!due) return nobody
  const { rows, ...page } = await listRecords(repository, due.of, { ...asked, where: due.where })
  return {
    ...page,
    rows: rows.map((record) => ({ record, rule: ledger.expected!.rule, reason: ledger.expected!.reason })),
  }
}

const listLeaving = async (repository: Repository, ledger: LedgerDefinition, asked: Asked) => {
  const where = dueToLeave(repository, ledger, asked.declined === 'true')
  if (!where) return nobody
  const { rows, ...page } = await listRows(repository, ledger, { ...asked, where })
  const told = []
  for (const { row } of rows) {
    const leaving = await findLeaving(repository, ledger, row)
    if (!leaving) continue
    const { rule, reason, subject } = leaving
    told.push({ record: viewOf(repository, ledger, row, subject), rule, reason })
  }
  return { ...page, rows: told }
}

/** 应进未进 or 应出未出, one page, each with the rule and the reason. */
export const findProposals = async (
  repository: Repository,
  ledger: LedgerDefinition,
  kind: 'enter' | 'leave',
  asked: Asked,
) => {
  const list = kind === 'enter' ? listEntering : listLeaving
  const { rows, ...page } = await list(repository, ledger, asked)
  const declined = await findDeclined(
    repository,
    ledger.name,
    rows.map(({ record }) => record.id),
  )
  return { ...page, rows: rows.map((row) => ({ ...row, declined: declined.get(row.record.id) ?? '' })) }
}
