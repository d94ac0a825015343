import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { expect } from 'vitest'
import { makeIdNumber } from '../src/core/identity/id-number.ts'
import type { RecordView } from '../src/platform/contract/records.ts'
import type { Api } from './api.ts'
import { firstGrid } from './staff.ts'

const files = globSync('*.test.ts', { cwd: import.meta.dirname }).sort()
/** A region that is nobody's, and of this test file alone. */
const region = () => String(990_200 + files.indexOf(basename(expect.getState().testPath ?? '')))
let sequence = 0

/** An ID number that is nobody's; each is another, of a woman, since even numbers are women's. */
export const nextIdNumber = (birthDate = '1951-04-12'): string => {
  sequence += 2
  return makeIdNumber(region(), birthDate, sequence)
}

/** Registers a woman of 1951 in the first grid, so that a story has somebody of its own. */
export async function register(
  api: Api,
  name: string,
  more: { household?: string; area?: string; values?: object } = {},
): Promise<{ person: RecordView; idNumber: string }> {
  const idNumber = nextIdNumber()
  const { record } = await api.act<{ record: RecordView }>('registerPerson', {
    area: more.area ?? firstGrid,
    household: more.household,
    on: '2025-03-01',
    values: { name, idType: '111', idNumber, sex: '2', birthDate: '1951-04-12', ...more.values },
  })
  return { person: record, idNumber }
}

/** Enters somebody into a ledger as of 2025-03-01. */
export async function enter(api: Api, ledger: string, subject: string, values: object): Promise<RecordView> {
  const input = { ledger, subject, on: '2025-03-01', values }
  return (await api.act<{ record: RecordView }>('addEntry', input)).record
}
