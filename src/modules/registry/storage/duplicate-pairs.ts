import { type RawBuilder, sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'

/** Two current records that share a blocking key, and which keys. */
export interface Candidate {
  readonly a: string
  readonly b: string
  readonly area_a: string
  readonly area_b: string
  readonly same_name: boolean
  readonly same_pinyin: boolean
  readonly same_birth: boolean
  readonly same_sex: boolean
  readonly same_mobile: boolean
  readonly same_home: boolean
  readonly same_number: boolean
  /** Both have ID numbers, and these differ. */
  readonly other_number: boolean
}

/** A key that more people share tells nothing, such as the telephone of a nursing home. */
const mostSharers = 12

const compared = sql`
  a.id as a, b.id as b, a.area as area_a, b.area as area_b,
  a.name = b.name as same_name, a.name_pinyin = b.name_pinyin as same_pinyin,
  a.birth_date = b.birth_date as same_birth, a.sex = b.sex as same_sex,
  coalesce(a.mobile_hash = b.mobile_hash, false) as same_mobile,
  coalesce(a.household = b.household, false) or coalesce(ha.dwelling = hb.dwelling, false) as same_home,
  coalesce(a.id_number_hash <> b.id_number_hash, false) as other_number`

const homes = sql`
  left join household ha on ha.district = a.district and ha.id = a.household
  left join household hb on hb.district = b.district and hb.id = b.household`

/** Pairs of ids that share a key; each branch is answered from the index of its key. */
const blocks = (repository: Repository): RawBuilder<unknown> => {
  const { district } = repository
  const scope = inScope(repository, 'registry.write')
  // People lie where their household does; said twice, both are found by their area.
  const homeScope = inScope(repository, 'registry.write', undefined, sql`h.area`)
  return sql`
    select array_agg(e.id order by e.id) as ids from person e
      where e.district = ${district} and ${scope}
      group by e.birth_date, e.name_pinyin collate "C" having count(*) between 2 and ${mostSharers}
    union all select array_agg(e.id order by e.id) from person e
      where e.district = ${district} and e.mobile_hash is not null and ${scope}
      group by e.mobile_hash having count(*) between 2 and ${mostSharers}
    union all select array_agg(e.id order by e.id) from person e
      join household h on h.district = e.district and h.id = e.household
      where e.district = ${district} and ${scope} and ${homeScope}
      group by coalesce(h.dwelling, h.id), e.name_pinyin collate "C" having count(*) between 2 and ${mostSharers}
    union all select array[least(e.id, p.id), greatest(e.id, p.id)] from person_past p
      join person e on e.district = p.district and e.id_number_hash = p.id_number_hash and e.id <> p.id
      where p.district = ${district} and p.id_number_hash is not null and p.ended is distinct from 'mistaken'
        and ${scope}`
}

/** Everybody within the actor's reach who shares a key with somebody else there, each pair once. */
export const findCandidates = async (repository: Repository): Promise<Candidate[]> => {
  const { rows } = await sql<Candidate>`
    with pairs as (
      select distinct x.id as a, y.id as b from (${blocks(repository)}) k,
        unnest(k.ids) as x(id), unnest(k.ids) as y(id) where x.id < y.id)
    select ${compared},
      exists (select from person_past p where p.district = a.district and p.id_number_hash = b.id_number_hash and p.id = a.id)
      or exists (select from person_past p where p.district = a.district and p.id_number_hash = a.id_number_hash and p.id = b.id)
        as same_number
    from pairs join person a on a.district = ${repository.district} and a.id = pairs.a
      join person b on b.district = ${repository.district} and b.id = pairs.b ${homes}`.execute(repository.db)
  return rows
}

/** Who may be the same as one person: found by the indexes of name and birth, telephone, household, at once. */
export const findCandidatesOf = async (repository: Repository, id: string): Promise<Candidate[]> => {
  const { district } = repository
  const { rows } = await sql<Candidate>`
    with one as (select * from person where district = ${district} and id = ${id}),
    found as (
      select p.id from one, person p where p.district = ${district} and p.birth_date = one.birth_date
        and p.name_pinyin collate "C" = one.name_pinyin
      union select p.id from one, person p where p.district = ${district} and p.mobile_hash = one.mobile_hash
      union select p.id from one, person p where p.district = ${district} and p.household = one.household)
    select ${compared}, false as same_number
    from one a join found f on f.id <> a.id join person b on b.district = ${district} and b.id = f.id ${homes}
    where ${inScope(repository, 'registry.read', undefined, sql`b.area`)} limit 50`.execute(repository.db)
  return rows
}

/** A pair as it was found. */
export interface FoundPair {
  readonly a: string
  readonly b: string
  readonly area_a: string
  readonly area_b: string
  readonly score: number
  readonly reasons: readonly string[]
}

/** Replaces what was found before within the actor's reach; decided pairs stay decided. */
export const storePairs = async (repository: Repository, pairs: readonly FoundPair[]): Promise<void> => {
  const { district } = repository
  await sql`update duplicate_pair e set decision = null, decided_by = null, decided_at = null
    from command c where e.district = ${district} and e.decision is not null
      and c.district = e.district and c.id = e.decided_by and c.undone_by is not null`.execute(repository.db)
  await sql`delete from duplicate_pair e where e.district = ${district} and e.decision is null
    and ${inScope(repository, 'registry.write', undefined, sql`e.area_a`)}
    and ${inScope(repository, 'registry.write', undefined, sql`e.area_b`)}`.execute(repository.db)
  for (let from = 0; from < pairs.length; from += 1000)
    await sql`insert into duplicate_pair (district, a, b, area_a, area_b, score, reasons)
      select ${district}, p.a, p.b, p.area_a, p.area_b, p.score, string_to_array(p.reasons, '|')
      from jsonb_to_recordset(${JSON.stringify(
        pairs.slice(from, from + 1000).map((pair) => ({ ...pair, reasons: pair.reasons.join('|') })),
      )}::jsonb) as p(a uuid, b uuid, area_a text, area_b text, score integer, reasons text)
      on conflict (district, a, b) do update
        set score = excluded.score, reasons = excluded.reasons, area_a = excluded.area_a, area_b = excluded.area_b`.execute(
      repository.db,
    )
}

/** Open pairs, the likeliest first, of which both records lie in the actor's scope. */
export const listPairs = async (
  repository: Repository,
  page: {
    area?: string | undefined
    after?: { score: number; a: string; b: string } | undefined
    limit: number
  },
): Promise<FoundPair[]> => {
  const { after } = page
  const { rows } = await sql<FoundPair>`
    select e.a, e.b, e.area_a, e.area_b, e.score, e.reasons from duplicate_pair e
    where e.district = ${repository.district} and e.decision is null
      and ${inScope(repository, 'registry.write', page.area, sql`e.area_a`)}
      and ${inScope(repository, 'registry.write', undefined, sql`e.area_b`)}
      and exists (select from person p where p.district = e.district and p.id = e.a)
      and exists (select from person p where p.district = e.district and p.id = e.b)
      and ${after ? sql`(e.score < ${after.score} or (e.score = ${after.score} and (e.a, e.b) > (${after.a}, ${after.b})))` : sql`true`}
    order by e.score desc, e.a, e.b limit ${page.limit}`.execute(repository.db)
  return rows
}

/** Remembers what somebody decided about two records. */
export const decidePair = async (
  repository: Repository,
  one: string,
  other: string,
  decision: 'same' | 'different',
): Promise<void> => {
  const { district, command } = repository
  await sql`insert into duplicate_pair
      (district, a, b, area_a, area_b, score, reasons, decision, decided_by, decided_at)
    select ${district}, a.id, b.id, a.area, b.area, 0, '{}', ${decision}, ${command}, now()
    from person a, person b
    where a.district = ${district} and a.id = least(${one}::uuid, ${other}::uuid)
      and b.district = ${district} and b.id = greatest(${one}::uuid, ${other}::uuid)
    on conflict (district, a, b) do update
      set decision = excluded.decision, decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(
    repository.db,
  )
}

/** What was decided with a command that is undone is open again. */
export const reopenPairs = async (repository: Repository, command: string): Promise<void> => {
  await sql`update duplicate_pair set decision = null, decided_by = null, decided_at = null
    where district = ${repository.district} and decided_by = ${command} and decision is not null`.execute(
    repository.db,
  )
}

/** Pairs of one person that somebody has decided are different people. */
export const listDifferent = async (repository: Repository, id: string): Promise<Set<string>> => {
  const { rows } = await sql<{ other: string }>`
    select case when e.a = ${id} then e.b else e.a end as other from duplicate_pair e
    where e.district = ${repository.district} and (e.a = ${id} or e.b = ${id})
      and e.decision = 'different'`.execute(repository.db)
  return new Set(rows.map(({ other }) => other))
}

/** When the list was last made anew within the actor's reach. */
export const lastFound = async (repository: Repository): Promise<string | null> => {
  const { rows } = await sql<{ at: Date | null }>`select max(ended_at) as at from job e
    where e.district = ${repository.district} and e.kind = 'findDuplicates' and e.owner = ${repository.actor.id}
      and e.state = 'done'`.execute(repository.db)
  return rows[0]?.at?.toISOString() ?? null
}
