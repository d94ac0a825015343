import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { refuseForeignArea } from '../../platform/server/repository/scope.ts'
import { closeFormRequest } from './actions/close-form-request.ts'
import { completeGap } from './actions/complete-gap.ts'
import { confirmForm } from './actions/confirm-form.ts'
import { decideReturn } from './actions/decide-return.ts'
import { editFormRequest } from './actions/edit-form-request.ts'
import { fillFormRequest } from './actions/fill-form-request.ts'
import { openFormRequest } from './actions/open-form-request.ts'
import { readFormReturn } from './actions/read-form-return.ts'
import { setTypingTime } from './actions/set-typing-time.ts'
import {
  getFormRequest,
  listFillCells as listFillCellsRoute,
  listFormRequests,
  previewForm,
} from './contract.ts'
import { getFormBurden } from './contract-burden.ts'
import { listFormGaps, listGapRecords } from './contract-gaps.ts'
import { getFormReturn } from './contract-returns.ts'
import { fillFormJob } from './filling/fill-job.ts'
import { readGapRecords } from './gaps/gap-records.ts'
import { readGaps } from './gaps/read-gaps.ts'
import { returnJob } from './round-trip/return-job.ts'
import { viewReturn } from './round-trip/return-view.ts'
import { sealedParts } from './storage/fill-row.ts'
import { getRequest, listRequests } from './storage/request-row.ts'
import { sealedDifferences } from './storage/return-row.ts'
import { readBurden } from './views/burden.ts'
import { blankForm, formExample } from './views/downloads.ts'
import { listFillCells } from './views/fill-cells.ts'
import { previewSheet } from './views/preview.ts'
import { requestHead, requestView } from './views/request-view.ts'

export { fillFile } from './filling/fill-file.ts'

export const formsServer: ServerModule = {
  actions: [
    openFormRequest,
    editFormRequest,
    confirmForm,
    fillFormRequest,
    closeFormRequest,
    completeGap,
    readFormReturn,
    decideReturn,
    setTypingTime,
  ],
  readers: [
    defineReader(listFormRequests, async (repository, { query }) => {
      refuseForeignArea(repository, 'data.export', query.area)
      const rows = await listRequests(repository, query)
      return { requests: rows.map((row) => requestHead(repository, row)) }
    }),
    defineReader(getFormRequest, async (repository, { params }) =>
      requestView(repository, await getRequest(repository, params.id)),
    ),
    defineReader(previewForm, (repository, { params, query }, office) =>
      previewSheet(repository, office.areas, params.id, query),
    ),
    defineReader(listFillCellsRoute, (repository, { params, query }) =>
      listFillCells(repository, params.id, query),
    ),
    defineReader(listFormGaps, async (repository, { query }) => {
      refuseForeignArea(repository, 'ledger.write', query.area)
      return { gaps: await readGaps(repository, query.area) }
    }),
    defineReader(listGapRecords, (repository, { params, query }) =>
      readGapRecords(repository, params.request, query),
    ),
    defineReader(getFormReturn, (repository, { params, query }) => viewReturn(repository, params.id, query)),
    defineReader(getFormBurden, (repository, { query }) => readBurden(repository, query)),
  ],
  downloads: [blankForm, formExample],
  traces: [{ table: 'form_gap_none', column: 'record' }],
  sealed: [sealedParts, sealedDifferences],
  jobs: (office) => ({ fillForm: fillFormJob(office), readFormReturn: returnJob(office) }),
}
