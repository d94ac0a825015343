import type { Definition, LegalBasis } from '../../../core/definition/index.ts'
import { type Role, roles } from '../../../platform/contract/right.ts'
import { provenResident } from '../../../platform/server/permission/resident-actor.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import { findRow } from '../../../platform/server/repository/find.ts'
import { findDefinition, type Repository } from '../../../platform/server/repository/repository.ts'
import { viewOf } from '../../../platform/server/repository/view.ts'
import { dwelling, household, personRelation } from '../../registry/index.ts'
import { listEntryIds, listRelations } from '../../registry/server.ts'
import { type Correction, listCorrectionsOf } from '../storage/corrections.ts'
import { findProven } from '../storage/disclosures.ts'
import { type Look, listExports, listReveals } from '../storage/looks.ts'

/** One record about a resident: what it holds, what for and by which law. */
export interface Holding {
  readonly title: string
  readonly description: string
  readonly basis: LegalBasis
  readonly since: string
  /** The day it ended; null while it stands. */
  readonly until: string | null
  /** Title and value, sensitive values masked. */
  readonly values: readonly (readonly [title: string, value: string])[]
}

/** Somebody who looked, or took a table: their post, never their name. */
export interface Looked {
  readonly on: string
  readonly post: string
  readonly what: string
  readonly purpose: string
}

export interface OwnInformation {
  readonly name: string
  readonly areaName: string
  readonly holdings: readonly Holding[]
  readonly reveals: readonly Looked[]
  readonly exports: readonly Looked[]
  readonly corrections: readonly Correction[]
}

const holdingOf = (repository: Repository, definition: Definition, row: Row): Holding => {
  const { display } = viewOf(repository, definition, row)
  return {
    title: definition.title,
    description: definition.kind === 'ledger' ? definition.description : '',
    basis: definition.basis,
    since: row.since,
    until: row.ended ? row.valid_to : null,
    values: Object.values(definition.fields).flatMap(({ key, title }) =>
      display[key] ? [[title, display[key]] as const] : [],
    ),
  }
}

const word = (repository: Repository, { on, role, postArea, definition, purpose, ...look }: Look): Looked => {
  const found = findDefinition(repository.catalogue, definition)
  const field = look.field ? (found?.fields[look.field]?.title ?? '') : ''
  const place = postArea ? repository.areas.nameOf(postArea) : ''
  return {
    on,
    post: `${place}${roles[role as Role]?.title ?? '工作人员'}`,
    what: [found?.title ?? '', field || (look.unmasked ? '含未脱敏信息' : '已脱敏')]
      .filter(Boolean)
      .join('，'),
    purpose,
  }
}

const homeOf = async (repository: Repository, row: Row): Promise<readonly [Definition, Row][]> => {
  const home = row.household ? await findRow(repository, household, row.household as string) : undefined
  const place = home?.row.dwelling
    ? await findRow(repository, dwelling, home.row.dwelling as string)
    : undefined
  return [
    ...(home ? [[household, home.row] as [Definition, Row]] : []),
    ...(place ? [[dwelling, place.row] as [Definition, Row]] : []),
  ]
}

const entriesOf = async (repository: Repository, id: string): Promise<[Definition, Row][]> => {
  const rows: [Definition, Row][] = []
  for (const { ledger, id: entry } of await listEntryIds(repository, id)) {
    const definition = findDefinition(repository.catalogue, ledger)
    const found = definition && (await findRow(repository, definition, entry))
    if (found) rows.push([definition, found.row])
  }
  return rows
}

/** Who stands by the resident, and that they stand by somebody: not by whom, who is another person. */
const relationsOf = async (repository: Repository, id: string): Promise<[Definition, Row][]> =>
  (await listRelations(repository, id, {})).map((row) => [
    personRelation,
    row.person === id ? row : { ...row, name: null, phone: null, address: null, note: null },
  ])

/**
 * All that is held about a resident, masked as usual, and who looked; undefined where nothing is held any more. The
 * others of the household are not shown: they are other people.
 */
export const readOwnInformation = async (
  repository: Repository,
  id: string,
): Promise<OwnInformation | undefined> => {
  const found = await findProven(repository, id)
  if (!found) return undefined
  const { definition: person, row } = {
    definition: repository.catalogue.records.get('person')!,
    row: found.row,
  }
  const reading = { ...repository, actor: provenResident(repository.district) }
  const entries = await entriesOf(reading, id)
  const home = await homeOf(reading, row)
  const held: [Definition, Row][] = [[person, row], ...home, ...(await relationsOf(reading, id)), ...entries]
  const exports = await Promise.all(
    [[person, row] as const, ...entries].map(([definition, { area, since }]) =>
      listExports(repository, definition.name, area, since),
    ),
  )
  const newestFirst = (a: Looked, b: Looked) => b.on.localeCompare(a.on)
  return {
    name: String(row.name),
    areaName: repository.areas.nameOf(row.area),
    holdings: held.map(([definition, each]) => holdingOf(repository, definition, each)),
    reveals: (
      await listReveals(
        repository,
        held.map(([, each]) => each.id),
      )
    ).map((look) => word(repository, look)),
    exports: exports
      .flat()
      .map((look) => word(repository, look))
      .sort(newestFirst),
    corrections: await listCorrectionsOf(repository, id),
  }
}
