import { searchAudit as searchAuditRoute, verifyAudit as verifyAuditContract } from '../../contract/audit.ts'
import { listDefinitions } from '../../contract/catalogue.ts'
import { getJob as getJobRoute, listJobs as listJobsRoute } from '../../contract/jobs.ts'
import {
  getHistory as getHistoryRoute,
  getRecord as getRecordRoute,
  listRecords as listRecordsRoute,
} from '../../contract/records.ts'
import { defineAction } from '../action/define-action.ts'
import { sealAudit } from '../audit/seal-audit.ts'
import { searchAudit } from '../audit/search-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import type { ServerModule } from '../http/module.ts'
import { defineReader } from '../http/mount-route.ts'
import { sessionReaders } from '../http/session-routes.ts'
import { getJob, listJobs } from '../jobs/job-view.ts'
import { getRecord, notFound } from '../repository/find.ts'
import { getDefinition } from '../repository/get-definition.ts'
import { getHistory } from '../repository/history.ts'
import { listRecords } from '../repository/list.ts'
import { readingRight, refuseForeignArea } from '../repository/scope.ts'
import { describeDefinitions } from './describe-definition.ts'
import { exportJob, exportRecords } from './export-records.ts'
import { revealField } from './reveal-field.ts'
import { undoStep } from './undo-step.ts'

const verify = defineAction(verifyAuditContract, async (_, __, office) => {
  await sealAudit(office.connection.db, office.district)
  const verification = await verifyAudit(office.connection.db, office.district)
  return {
    answer: { ...verification, checkedAt: new Date().toISOString() },
    audit: { detail: { intact: verification.intact, entries: verification.entries } },
  }
})

const reserved = new Set(['area', 'asOf', 'sort', 'cursor', 'limit', 'q'])

const filtersOf = (query: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).filter(
      (pair): pair is [string, string] => !reserved.has(pair[0]) && typeof pair[1] === 'string',
    ),
  )

/** What every house can do, whatever its modules: lists, records, history, export, audit, jobs, session. */
export const platformModule = (titles: ReadonlyMap<string, string>): ServerModule => ({
  actions: [revealField, exportRecords, undoStep, verify],
  readers: [
    ...sessionReaders,
    defineReader(listDefinitions, async (repository) => ({ definitions: describeDefinitions(repository) })),
    defineReader(listRecordsRoute, async (repository, { params, query }) => {
      const { area, asOf, sort, cursor, limit, q } = query
      const definition = getDefinition(repository, params.definition)
      refuseForeignArea(repository, readingRight(definition), area)
      return listRecords(repository, definition, {
        area,
        asOf,
        sort,
        cursor,
        limit,
        q,
        filters: filtersOf(query),
      })
    }),
    defineReader(getRecordRoute, (repository, { params, query }) =>
      getRecord(repository, getDefinition(repository, params.definition), params.id, query),
    ),
    defineReader(getHistoryRoute, async (repository, { params }) => {
      const definition = getDefinition(repository, params.definition)
      const steps = await getHistory(repository, definition, params.id)
      if (steps.length === 0) throw notFound(definition)
      return { steps: steps.reverse() }
    }),
    defineReader(getJobRoute, (repository, { params }) => getJob(repository, params.id)),
    defineReader(listJobsRoute, async (repository) => ({ jobs: await listJobs(repository) })),
    defineReader(searchAuditRoute, (repository, { query }) => searchAudit(repository, query, titles)),
  ],
  jobs: (office) => ({ exportRecords: exportJob(office) }),
})
