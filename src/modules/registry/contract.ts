import { z } from 'zod'
import { historyStep, plainDate, recordEdit, recordView } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'
import { relationView } from './record-contract.ts'

/**
 * One box for everything: names, pinyin initials, ID numbers, telephones or their tails, addresses; today also those
 * in which a character is wrong. At most `limit` a group.
 */
export const search = defineRoute({
  path: '/api/search',
  title: '搜索',
  right: 'registry.read',
  query: z.object({
    q: z.string().trim().min(1).max(60),
    asOf: plainDate.optional(),
    limit: z.coerce.number().int().min(1).max(20).default(8),
  }),
  answer: z.object({
    persons: z.array(recordView),
    dwellings: z.array(recordView),
  }),
})

/** The person's page: the person, household, dwelling, ledger entries, and all that changed, newest first. */
export const getPersonPage = defineRoute({
  path: '/api/persons/:id',
  title: '居民主页',
  right: 'registry.read',
  params: z.object({ id: z.uuid() }),
  query: z.object({ asOf: plainDate.optional() }),
  answer: z.object({
    person: recordView,
    household: recordView.nullable(),
    /** Everybody in the household on that day, the person too, head first. */
    members: z.array(recordView),
    dwelling: recordView.nullable(),
    /** Guardians, carers and relatives beyond the household, and whose the person is. */
    relations: z.array(relationView),
    entries: z.array(z.object({ ledger: z.string(), ledgerTitle: z.string(), entry: recordView })),
    timeline: z.array(historyStep),
    /** Who is responsible for the area on that day. */
    responsible: z.array(z.object({ name: z.string(), roleTitle: z.string(), areaName: z.string() })),
  }),
})

/** A household's page: who lives together and where. */
export const getHouseholdPage = defineRoute({
  path: '/api/households/:id',
  title: '住户主页',
  right: 'registry.read',
  params: z.object({ id: z.uuid() }),
  query: z.object({ asOf: plainDate.optional() }),
  answer: z.object({
    household: recordView,
    members: z.array(recordView),
    dwelling: recordView.nullable(),
    timeline: z.array(historyStep),
  }),
})

/**
 * Changes a record of the registry. `change`: true from `on`; `correction`: it was always so.
 * `version` is the one seen; a newer one refuses with `record.stale`.
 */
export const editRegistryRecord = describeAction({
  name: 'editRegistryRecord',
  title: '修改登记信息',
  right: 'registry.write',
  input: z.object({
    definition: z.string(),
    ...recordEdit.shape,
  }),
  output: z.object({ record: recordView }),
})

export const registerPerson = describeAction({
  name: 'registerPerson',
  title: '登记居民',
  right: 'registry.write',
  input: z.object({
    area: z.string(),
    household: z.uuid().optional(),
    on: plainDate,
    values: z.record(z.string(), z.unknown()),
  }),
  output: z.object({ record: recordView }),
})
