import { z } from 'zod'
import { areaPath, historyStep, plainDate, recordView } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

/** Records that are registered one by one; people and households come by their changes. */
const registrable = z.enum(['organisation', 'agreement', 'facility', 'personRelation'])
export type Registrable = z.infer<typeof registrable>

/**
 * Registers an organisation, a facility, an agreement of an organisation or a relation of a person. `of` is the
 * organisation or person that the last two belong to, and lies where they lie; the others need an `area`.
 */
export const registerRecord = describeAction({
  name: 'registerRecord',
  title: '登记单位、协议、设施或人员关系',
  right: 'registry.write',
  input: z.object({
    definition: registrable,
    area: areaPath.optional(),
    of: z.uuid().optional(),
    on: plainDate,
    values: z.record(z.string(), z.unknown()),
  }),
  output: z.object({ record: recordView }),
})

/** Ends such a record from a day on; what hangs on it ends with it. Its history stays. */
export const endRegistryRecord = describeAction({
  name: 'endRegistryRecord',
  title: '结束单位、协议、设施或人员关系的登记',
  right: 'registry.write',
  input: z.object({
    definition: registrable,
    id: z.uuid(),
    version: z.number().int(),
    on: plainDate,
    cause: z.enum(['closed', 'moved', 'expired', 'reclassified', 'mistaken']),
    reason: z.string().max(200).default(''),
  }),
  output: z.object({ id: z.string(), version: z.number().int() }),
})

/** An organisation's page: what it has signed, what it looks after, all that changed, newest first. */
export const getOrganisationPage = defineRoute({
  path: '/api/organisations/:id',
  title: '单位主页',
  right: 'registry.read',
  params: z.object({ id: z.uuid() }),
  query: z.object({ asOf: plainDate.optional() }),
  answer: z.object({
    organisation: recordView,
    /** The soonest to expire first. */
    agreements: z.array(recordView),
    facilities: z.array(recordView),
    timeline: z.array(historyStep),
    responsible: z.array(z.object({ name: z.string(), roleTitle: z.string(), areaName: z.string() })),
  }),
})

/** Agreements within one's writing scope that have expired or will within 30 days, the soonest first; at most 50. */
export const listExpiringAgreements = defineRoute({
  path: '/api/agreements/expiring',
  title: '将要到期的协议',
  right: 'registry.write',
  answer: z.object({
    agreements: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        organisation: z.string().nullable(),
        organisationName: z.string(),
        expiresOn: plainDate,
        areaName: z.string(),
      }),
    ),
  }),
})

/** A relation as one of the two persons' pages shows it. */
export const relationView = z.object({
  relation: recordView,
  /** Whether the page's person is the one who is guarded or cared for; else they are the guardian or carer. */
  isOwn: z.boolean(),
  /** The person on the other side, where registered and within the reader's scope. */
  other: z.object({ id: z.string(), name: z.string() }).nullable(),
})
export type RelationView = z.infer<typeof relationView>
