import type { JobHandler } from '../../../platform/server/jobs/job-queue.ts'
import type { Office } from '../../../platform/server/office.ts'
import { applyImport } from './apply-import.ts'
import { cancelImport } from './cancel-import.ts'
import { confirmImport } from './confirm-import.ts'
import { downloadFaults } from './download-faults.ts'
import { readImport } from './read-import.ts'
import { remapImport } from './remap-import.ts'
import { startImport } from './start-import.ts'

export { importReaders } from './view-import.ts'

export const importActions = [startImport, remapImport, confirmImport, cancelImport]

export const importDownloads = [downloadFaults]

export const importJobs = (office: Office): Readonly<Record<string, JobHandler>> => ({
  readImport: readImport(office),
  applyImport: applyImport(office),
})
export { sealedPreviews } from './sealed-preview.ts'
