import { z } from 'zod'
import { areaPath, plainDate, recordView } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

/** What open forms still lack in one's own areas, one line a form: for the desk. */
export const listFormGaps = defineRoute({
  path: '/api/form-gaps',
  title: '待补的缺项',
  right: 'ledger.write',
  query: z.object({ area: areaPath.optional() }),
  answer: z.object({
    gaps: z.array(
      z.object({
        request: z.string(),
        title: z.string(),
        askedBy: z.string(),
        deadline: plainDate.nullable(),
        /** Records that lack something. */
        records: z.number().int(),
        /** `这 7 人缺残疾人证号`, one a field. */
        fields: z.array(
          z.object({ key: z.string(), title: z.string(), records: z.number().int(), text: z.string() }),
        ),
        /** The same by grid, for those who hand it out. */
        areas: z.array(z.object({ area: areaPath, areaName: z.string(), records: z.number().int() })),
      }),
    ),
  }),
})

/** The short page: who lacks what, in one's own areas. */
export const listGapRecords = defineRoute({
  path: '/api/form-gaps/:request',
  title: '补填缺项',
  right: 'ledger.write',
  params: z.object({ request: z.uuid() }),
  query: z.object({
    area: areaPath.optional(),
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  answer: z.object({
    request: z.string(),
    title: z.string(),
    askedBy: z.string(),
    deadline: plainDate.nullable(),
    total: z.number().int(),
    next: z.string().nullable(),
    rows: z.array(
      z.object({
        /** Who or what it is about, in a word. */
        name: z.string(),
        areaName: z.string(),
        /** Detail that tells namesakes apart: year of birth, address. */
        detail: z.string(),
        /** The records to complete: a person and an entry may both lack something. */
        records: z.array(
          z.object({
            definition: z.string(),
            id: z.string(),
            version: z.number().int(),
            /** Keys of the definition's fields; controls come from `/api/definitions`. */
            fields: z.array(z.string()),
          }),
        ),
      }),
    ),
  }),
})

/** Writes what was missing into the ledger, with its history; `none` says that there is nothing to enter. */
export const completeGap = describeAction({
  name: 'completeGap',
  title: '补填缺项',
  right: 'ledger.write',
  input: z.object({
    request: z.uuid(),
    definition: z.string(),
    id: z.uuid(),
    version: z.number().int(),
    values: z.record(z.string(), z.unknown()).default({}),
    none: z.array(z.string()).default([]),
  }),
  output: z.object({ record: recordView }),
})
