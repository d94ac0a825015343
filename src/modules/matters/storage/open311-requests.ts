import { type RawBuilder, sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Facts } from '../life/facts.ts'
import type { Step } from '../life/step.ts'
import type { RequestQuery } from '../open311/read-query.ts'
import { serviceCodes } from '../open311/services.ts'
import type { Open311Key } from './open311-keys.ts'

/** A request as it is kept beside its matter. */
export interface StoredRequest {
  readonly matter: string
  readonly number: string
  readonly key: string
  readonly listed: boolean
  readonly clientId: string
  readonly service: string
  readonly requestedAt: Date
  readonly description: string
  readonly address: string
  readonly addressId: string
  readonly longitude: number | null
  readonly latitude: number | null
  readonly media: readonly string[]
}

/** Somebody who sends the same twice within a day has not heard the first answer; later it happened again. */
const sameWithin = '24 hours'

/**
 * The number of the same request of the same key, if it came before. Whoever asks holds its place until the
 * transaction ends, so that two that come at once become one. A client's own id never expires.
 */
export const findSame = async (
  { db, district }: Repository,
  key: string,
  { clientId, service }: { clientId: string; service: string },
): Promise<string | undefined> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${key} ${clientId} ${service}`}, 311))`.execute(
    db,
  )
  const { rows } = await sql<{ number: string }>`
    select number from open311_request where district = ${district} and key = ${key} and client_id = ${clientId}
      and service = ${service} and (client_id like 'id:%' or requested_at > now() - ${sameWithin}::interval)
    order by requested_at desc limit 1`.execute(db)
  return rows[0]?.number
}

export const insertRequest = async ({ db, district }: Repository, request: StoredRequest): Promise<void> => {
  await db
    .insertInto('open311_request')
    .values({
      district,
      matter: request.matter,
      number: request.number,
      key: request.key,
      listed: request.listed,
      client_id: request.clientId,
      service: request.service,
      requested_at: request.requestedAt,
      description: request.description,
      address: request.address,
      address_id: request.addressId,
      longitude: request.longitude,
      latitude: request.latitude,
      media: request.media,
    })
    .execute()
}

/** Who reads: a platform with its key, or anybody. */
export type Reader = Open311Key | undefined

const forAll = sql<boolean>`(r.listed and f.facts->>'category' = any(${serviceCodes}))`

/** What a reader may see: what everybody may, in the key's areas; and what came through the key itself. */
const readable = (reader: Reader): RawBuilder<boolean> =>
  reader
    ? sql<boolean>`(r.key = ${reader.id} or (${forAll} and exists (
        select from unnest(${reader.areas}::text[]) a where starts_with(f.facts->>'area', a))))`
    : forAll

export interface FoundRequest extends StoredRequest {
  readonly facts: Facts
}

const columns = sql`r.matter, r.number, r.key, r.listed, r.client_id as "clientId", r.service,
  r.requested_at as "requestedAt", r.description, r.address, r.address_id as "addressId", r.longitude, r.latitude,
  r.media, f.facts`

const select = async (
  { db, district }: Repository,
  reader: Reader,
  conditions: readonly RawBuilder<unknown>[],
  most: number,
): Promise<FoundRequest[]> => {
  const { rows } = await sql<FoundRequest>`
    select ${columns} from open311_request r
      join matter_flow f on f.district = r.district and f.matter = r.matter
    where ${sql.join([sql`r.district = ${district}`, readable(reader), ...conditions], sql` and `)}
    order by r.requested_at desc, r.number desc limit ${most}`.execute(db)
  return rows
}

/** Those of the numbers that the reader may see. */
export const findRequests = (
  repository: Repository,
  reader: Reader,
  numbers: readonly string[],
): Promise<FoundRequest[]> => select(repository, reader, [sql`r.number = any(${numbers})`], numbers.length)

/** Requests made within a time, the latest first. */
export const searchRequests = (
  repository: Repository,
  reader: Reader,
  { from, to, services, open, closed }: RequestQuery,
  most: number,
): Promise<FoundRequest[]> =>
  select(
    repository,
    reader,
    [
      sql`r.requested_at between ${from} and ${to}`,
      ...(services.length > 0 ? [sql`f.facts->>'category' = any(${services})`] : []),
      ...(open === closed ? [] : [sql`(f.facts->>'state' = 'closed') = ${closed}`]),
    ],
    most,
  )

export interface FoundStep {
  readonly matter: string
  readonly number: string
  readonly seq: number
  readonly step: Step
}

interface StepRow {
  matter: string
  number: string
  seq: number
  at: Date
  kind: Step['kind']
  actor: string | null
  detail: unknown
}

const stepsOf = (rows: readonly StepRow[]): FoundStep[] =>
  rows.map(({ matter, number, seq, kind, at, actor, detail }) => ({
    matter,
    number,
    seq,
    step: { kind, at: new Date(at).toISOString(), actor, detail } as Step,
  }))

/** All steps of these requests, each matter's first one first. */
export const stepsOfRequests = async (
  { db, district }: Repository,
  matters: readonly string[],
): Promise<FoundStep[]> => {
  const { rows } = await sql<StepRow>`
    select s.matter, r.number, s.seq, s.at, s.kind, s.actor, s.detail from matter_step s
      join open311_request r on r.district = s.district and r.matter = s.matter
    where s.district = ${district} and s.matter = any(${matters}::uuid[]) order by s.matter, s.seq`.execute(
    db,
  )
  return stepsOf(rows)
}

/** Steps taken within a time on requests that the reader may see, the earliest first. */
export const stepsWithin = async (
  { db, district }: Repository,
  reader: Reader,
  { from, to }: { from: Date; to: Date },
  most: number,
): Promise<FoundStep[]> => {
  const { rows } = await sql<StepRow>`
    select s.matter, r.number, s.seq, s.at, s.kind, s.actor, s.detail from matter_step s
      join open311_request r on r.district = s.district and r.matter = s.matter
      join matter_flow f on f.district = s.district and f.matter = s.matter
    where s.district = ${district} and s.at between ${from} and ${to} and ${readable(reader)}
    order by s.at, s.matter, s.seq limit ${most}`.execute(db)
  return stepsOf(rows)
}

/** Which step a platform's own update became, if it came before; holds its place as {@link findSame} does. */
export const findUpdate = async (
  { db, district }: Repository,
  key: string,
  clientId: string,
): Promise<{ matter: string; seq: number } | undefined> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${key} ${clientId}`}, 312))`.execute(db)
  const { rows } = await sql<{ matter: string; seq: number }>`
    select matter, seq from open311_update where district = ${district} and key = ${key}
      and client_id = ${clientId}`.execute(db)
  return rows[0]
}

export const insertUpdate = async (
  { db, district }: Repository,
  update: { key: string; clientId: string; matter: string; seq: number },
): Promise<void> => {
  await sql`insert into open311_update (district, key, client_id, matter, seq)
    values (${district}, ${update.key}, ${update.clientId}, ${update.matter}, ${update.seq})`.execute(db)
}
