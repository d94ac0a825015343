import { Problem } from '../../../platform/contract/problem.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Values } from '../../../platform/server/repository/row.ts'
import {
  changeRecord,
  insertRecord,
  lockRecord,
  valuesOf,
} from '../../../platform/server/repository/write.ts'
import { formRequest } from '../definition.ts'
import type { RequestRow } from '../storage/request-row.ts'
import { readTypingTime } from '../storage/typing-time.ts'

/** Enters a request in the burden ledger. */
export const enterBurden = async (
  repository: Repository,
  request: { id: string; area: string },
  values: Values,
): Promise<void> => {
  await insertRecord(repository, formRequest, {
    id: request.id,
    area: request.area,
    on: repository.today,
    values,
    reason: '接收下发的表格',
  })
}

const correct = async (repository: Repository, request: Pick<RequestRow, 'id'>, values: Values) => {
  const old = await lockRecord(repository, formRequest, request.id).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'record.not_found') return undefined
    throw error
  })
  if (!old) return
  await changeRecord(repository, formRequest, old, {
    values: { ...valuesOf(repository, formRequest, old), ...values },
    on: old.valid_from,
    mode: 'correction',
    reason: '',
  })
}

/** Writes down how many cells the machine filled, and the time that took off somebody, as assumed today. */
export const recordBurden = async (
  repository: Repository,
  request: Pick<RequestRow, 'id'>,
  cells: number,
): Promise<void> => {
  const seconds = await readTypingTime(repository)
  await correct(repository, request, {
    cellCount: cells,
    minutesSaved: Math.round((cells * seconds) / 6) / 10,
  })
}

/** Corrects who asked, until when. */
export const correctBurden = (
  repository: Repository,
  request: Pick<RequestRow, 'id'>,
  values: { title: string; askedBy: string; deadline: string | null },
): Promise<void> => correct(repository, request, values)
