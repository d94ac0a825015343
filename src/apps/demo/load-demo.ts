import type { PoolClient } from 'pg'
import { todayIn } from '../../core/time/index.ts'
import { registryRecords } from '../../modules/registry/index.ts'
import type { Cipher } from '../../platform/server/cipher/cipher.ts'
import { connect } from '../../platform/server/database/connect.ts'
import { newId } from '../../platform/server/new-id.ts'
import { systemActor } from '../../platform/server/permission/system-actor.ts'
import { copyRows } from '../../platform/server/repository/bulk.ts'
import { demoStaff } from './demo-accounts.ts'
import { type GeneratedOffice, generateOffice } from './generator/generate-office.ts'
import { makeMatters } from './generator/make-matters.ts'
import { makeStaff, type StaffPost } from './generator/make-staff.ts'
import { storeConfirmations } from './store-confirmations.ts'
import { storeDisputes } from './store-disputes.ts'
import { boundariesOf, storeBuildingPoints, storeRosters } from './store-map.ts'
import { storeMatters } from './store-matters.ts'
import { storePublic } from './store-public.ts'
import { storeRecords, type Within } from './store-records.ts'

export interface DemoOptions {
  readonly database: {
    /** Connects as the owner of the tables: indexes and statistics are theirs. */
    readonly ownerUrl: string
    readonly cipher: Cipher
  }
  readonly residents: number
  /** Makes an account to sign in with, and answers its id. */
  createAccount(account: { username: string; password: string; name: string }): Promise<string>
  /** `YYYY-MM-DD`: the history ends the day before. Today where absent. */
  readonly today?: string
  /** The same seed and day make the same office. */
  readonly seed?: number
  onProgress?(progress: { readonly done: number; readonly total: number }): void
}

export interface LoadedDemo {
  readonly district: string
  readonly residents: number
  readonly households: number
  /** All versions of all records. */
  readonly versions: number
}

const chinaTime = 8 * 3_600_000
const dayLength = 86_400_000

const recordTables = [...registryRecords.map(({ table }) => table), 'ledger_entry', 'matter'].flatMap(
  (table) => [table, `${table}_past`],
)

/** Takes the indexes away that are not keys, since they are built quicker when all rows are there; answers how. */
const dropIndexes = async (client: PoolClient): Promise<string[]> => {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select quote_ident(c.relname) as name, pg_get_indexdef(i.indexrelid) as definition
      from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = any($1::text[]::regclass[]) and not i.indisprimary`,
    [recordTables],
  )
  if (rows.length > 0) await client.query(`drop index ${rows.map(({ name }) => name).join(', ')}`)
  return rows.map(({ definition }) => definition)
}

const storeAreas = (client: PoolClient, { plan, span, rings }: GeneratedOffice) => {
  const boundaries = boundariesOf(rings)
  const areas = [
    plan.district,
    ...plan.subdistricts.flatMap((subdistrict) => [
      subdistrict,
      ...subdistrict.communities.flatMap((community) => [community, ...community.grids]),
    ]),
  ]
  return copyRows(
    client,
    'area',
    ['district', 'path', 'name', 'level', 'parent', 'valid_from', 'boundary'],
    areas.map(({ path, name, level, parent }) => [
      plan.district.path,
      path,
      name,
      level,
      parent,
      span.start,
      boundaries.get(path) ?? null,
    ]),
  )
}

const storeStaff = async (
  client: PoolClient,
  { plan }: GeneratedOffice,
  { createAccount }: DemoOptions,
  staff: readonly StaffPost[],
) => {
  const district = plan.district.path
  const accounts = new Map<string, string>()
  for (const { username, password, name } of demoStaff)
    accounts.set(username, await createAccount({ username, password, name }))
  await copyRows(
    client,
    'staff',
    ['district', 'id', 'name', 'username', 'account'],
    staff.map(({ id, name, username }) => [
      district,
      id,
      name,
      username ?? '',
      username === undefined ? `none:${id}` : accounts.get(username),
    ]),
  )
  await copyRows(
    client,
    'post',
    ['district', 'id', 'staff', 'role', 'area', 'valid_from', 'valid_to'],
    staff.map(({ post, id, role, area, from, to }) => [district, post, id, role, area, from, to]),
  )
}

/** One command a month, since a history was not written in a day. */
const makeCommands = (district: string) => {
  const byMonth = new Map<string, { id: string; at: Date }>()
  const byDay = new Map<number, string>()
  const findMonth = (instant: number): string => {
    const month = new Date(instant + chinaTime).toISOString().slice(0, 7)
    const command = byMonth.get(month) ?? { id: newId(instant), at: new Date(instant) }
    byMonth.set(month, command)
    return command.id
  }
  return {
    commandAt(instant: number): string {
      const day = Math.floor((instant + chinaTime) / dayLength)
      const command = byDay.get(day) ?? findMonth(instant)
      byDay.set(day, command)
      return command
    },
    store: (client: PoolClient, actor: string) =>
      copyRows(
        client,
        'command',
        ['district', 'id', 'key', 'actor', 'action', 'input_hash', 'at'],
        [...byMonth].map(([month, { id, at }]) => [district, id, `demo-${month}`, actor, 'loadDemo', '', at]),
      ),
  }
}

const recordLoading = (client: PoolClient, loaded: LoadedDemo, seed: number) => {
  const { district, ...counts } = loaded
  const actor = systemActor(district)
  return client.query(
    `insert into audit_entry (district, actor, actor_name, role, action, outcome, area, purpose, detail)
      values ($1, $2, $3, 'none', 'loadDemo', 'done', $1, '演示数据', $4)`,
    [district, actor.id, actor.name, JSON.stringify({ ...counts, seed })],
  )
}

/** Makes a subdistrict and stores it; nothing of it stays in memory. */
const storeSubdistrict = async (
  client: PoolClient,
  within: Within,
  subdistrict: GeneratedOffice['subdistricts'][number],
): Promise<{ households: number; versions: number }> => {
  const records = subdistrict.makeRecords()
  await storeRecords(client, within, records)
  return {
    households: records.filter(({ definition, current }) => current && definition.name === 'household')
      .length,
    versions: records.reduce((sum, { past, current }) => sum + past.length + (current ? 1 : 0), 0),
  }
}

const fill = async (client: PoolClient, options: DemoOptions): Promise<LoadedDemo> => {
  const { residents, today = todayIn('Asia/Shanghai'), seed = 1, onProgress } = options
  const office = generateOffice({ residents, seed, today })
  const { plan } = office
  const district = plan.district.path
  const system = systemActor(district)
  await client.query(`insert into office (district, name, demo) values ($1, $2, true)`, [
    district,
    plan.subdistricts.length === 1 ? `${plan.subdistricts[0]!.name}办事处` : `${plan.district.name}（演示）`,
  ])
  await client.query(
    `insert into staff (district, id, name, username, account) values ($1, $2, $3, '', 'none:system')
      on conflict do nothing`,
    [district, system.id, system.name],
  )
  await storeAreas(client, office)

  const indexes = await dropIndexes(client)
  const commands = makeCommands(district)
  let [done, households, versions] = [0, 0, 0]
  onProgress?.({ done, total: residents })
  for (const subdistrict of office.subdistricts) {
    const stored = await storeSubdistrict(
      client,
      { district, cipher: options.database.cipher, commandAt: commands.commandAt },
      subdistrict,
    )
    households += stored.households
    versions += stored.versions
    done += subdistrict.plan.residents
    onProgress?.({ done, total: residents })
  }
  for (const index of indexes) await client.query(index)
  const latest = commands.commandAt(Date.parse(`${office.span.last}T16:00:00+08:00`))
  await storeConfirmations(client, district, office.span.today, latest)
  const staff = makeStaff(plan, office.span, seed, demoStaff)
  await storeMatters(
    client,
    { district, cipher: options.database.cipher, commandAt: commands.commandAt },
    makeMatters(office, seed, staff),
  )
  await storeDisputes(client, { district, today, cipher: options.database.cipher }, staff)
  const community = demoStaff.find(({ role }) => role === 'head')!.area
  await storePublic(client, { district, community, today })
  await commands.store(client, system.id)
  const loaded = { district, residents: done, households, versions }
  await recordLoading(client, loaded, seed)
  await storeStaff(client, office, options, staff)
  await storeBuildingPoints(client, office, seed)
  await storeRosters(client, district, today)
  return loaded
}

const refuseFilled = async (client: PoolClient) => {
  const { rows } = await client.query<{ name: string }>('select name from office')
  if (rows[0])
    throw new Error(
      `这个数据库里已经有「${rows[0].name}」，演示数据只能装入空的数据库。请换一个数据文件夹：YOUJU_DATA=/路径。`,
    )
}

/**
 * Fills an empty database with the demo office: areas, staff and their posts, accounts, registry, ledgers and
 * matters with two years of their history. All or nothing, but for the accounts, which come last.
 */
export const loadDemo = async (options: DemoOptions): Promise<LoadedDemo> => {
  const connection = connect(options.database.ownerUrl, { role: '', max: 1 })
  const client = await connection.pool.connect()
  try {
    await client.query('begin')
    await refuseFilled(client)
    const loaded = await fill(client, options)
    await client.query('commit')
    await client.query(
      `analyze ${[...recordTables, 'area', 'staff', 'post', 'command', 'entry_confirmation', 'matter_flow', 'matter_step', 'matter_clock'].join(', ')}`,
    )
    return loaded
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
    await connection.close()
  }
}
