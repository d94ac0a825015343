import { z } from 'zod'

/** The W3C profile of ISO 8601 with an offset. */
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/)
const text = z.string().min(1)
const optional = z.string().nullable()

/** `GET services`, as the published schemas have it; `truth` and `number` differ between XML and JSON. */
const schemas = (truth: z.ZodType, number: z.ZodType) => ({
  services: z
    .array(
      z.strictObject({
        service_code: text,
        service_name: text,
        description: optional,
        metadata: truth,
        type: z.enum(['realtime', 'batch', 'blackbox']),
        keywords: optional,
        group: optional,
      }),
    )
    .min(1),
  definition: z.strictObject({
    service_code: text,
    attributes: z.array(
      z.strictObject({
        variable: truth,
        code: text,
        datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
        required: truth,
        datatype_description: optional,
        order: number,
        description: optional,
        values: z.array(z.strictObject({ key: text, name: text })).optional(),
      }),
    ),
  }),
  created: z
    .array(z.strictObject({ service_request_id: text, service_notice: optional, account_id: z.null() }))
    .length(1),
  token: z.array(z.strictObject({ service_request_id: text, token: text })).length(1),
  requests: z.array(
    z.strictObject({
      service_request_id: text,
      status: z.enum(['open', 'closed']),
      status_notes: optional,
      service_name: text,
      service_code: text,
      description: z.string().max(4000).nullable(),
      agency_responsible: optional,
      service_notice: optional,
      requested_datetime: instant,
      updated_datetime: instant,
      expected_datetime: instant,
      address: optional,
      address_id: optional,
      zipcode: optional,
      lat: number.nullable(),
      long: number.nullable(),
      media_url: z.url().nullable(),
    }),
  ),
  updates: z.array(
    z.strictObject({
      update_id: text,
      service_request_id: text,
      status: z.enum(['OPEN', 'CLOSED']),
      updated_datetime: instant,
      description: text,
      media_url: z.string().nullable(),
    }),
  ),
  errors: z.array(z.strictObject({ code: number, description: text })).min(1),
  discovery: z.strictObject({
    changeset: text,
    contact: text,
    key_service: text,
    endpoints: z
      .array(
        z.strictObject({
          specification: z.literal('http://wiki.open311.org/GeoReport_v2'),
          url: z.url(),
          changeset: text,
          type: z.enum(['production', 'test']),
          formats: z.array(z.enum(['text/xml', 'application/json'])).length(2),
        }),
      )
      .length(1),
  }),
})

/** What GeoReport v2 and Service Discovery say of each answer, in JSON. */
export const inJson = schemas(z.boolean(), z.number())
/** The same in XML, once its elements are read as texts. */
export const inXml = schemas(z.enum(['true', 'false']), z.string().regex(/^-?\d+(\.\d+)?$/))
