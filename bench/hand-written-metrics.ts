import { district } from './million.ts'

const here = `district = '${district}' and area >= '${district}' and area < '${district}:'`
const person = (where = 'true') => `select count(*) as value from person where ${here} and ${where}`
const ledger = (name: string, where = 'true') =>
  `select count(*) as value from ledger_entry where ${here} and ledger = '${name}' and ${where}`
const withPerson = (name: string, where: string, value = 'count(*)') =>
  `select ${value} as value from ledger_entry e join person p on p.district = e.district and p.id = e.subject
   where e.district = '${district}' and e.area >= '${district}' and e.area < '${district}:' and e.ledger = '${name}' and ${where}`
const is = (field: string, ...codes: string[]) =>
  `fields->>'${field}' in (${codes.map((code) => `'${code}'`).join(', ')})`
const yes = (field: string) => `fields->>'${field}' = 'true'`
const aged = (years: number, column = 'birth_date') => `${column} <= current_date - interval '${years} years'`

/** Fifty metrics of the catalogue, each as an engineer would write it by hand, over today's tables. */
export const handWritten: Record<string, string> = {
  'registry.residents': person(),
  'registry.households': `select count(*) as value from household where ${here}`,
  'registry.dwellings': `select count(*) as value from dwelling where ${here}`,
  'registry.rentedDwellings': `select count(*) as value from dwelling where ${here} and is_rented`,
  'registry.registeredResidents': person(`population_type = '1'`),
  'registry.floatingResidents': person(`population_type = '2'`),
  'registry.children': person(`birth_date > current_date - interval '15 years'`),
  'registry.workingAge': person(`${aged(16)} and birth_date > current_date - interval '60 years'`),
  'registry.elders60': person(aged(60)),
  'registry.elders80': person(aged(80)),
  'disability.total': ledger('disability'),
  'disability.certified': ledger(
    'disability',
    `fields->>'kind' is not null and fields->>'level' is not null`,
  ),
  'disability.heavy': ledger('disability', is('level', '1', '2')),
  'disability.physical': ledger('disability', is('kind', '4')),
  'disability.mental': ledger('disability', is('kind', '5', '6')),
  'disability.livingSubsidy': ledger('disability', yes('livingSubsidy')),
  'disability.careSubsidy': ledger('disability', yes('careSubsidy')),
  'disability.care': ledger('disability', yes('hasCareService')),
  'disability.children': withPerson('disability', `p.birth_date > current_date - interval '18 years'`),
  'disability.elderly': withPerson('disability', aged(60, 'p.birth_date')),
  'elderCare.total': ledger('elderCare'),
  'elderCare.alone': ledger('elderCare', is('livingArrangement', '1')),
  'elderCare.emptyNest': ledger('elderCare', is('livingArrangement', '2')),
  'elderCare.halfDependent': ledger('elderCare', is('currentStatus', '2')),
  'elderCare.dependent': ledger('elderCare', is('currentStatus', '3')),
  'elderCare.aged80': withPerson('elderCare', aged(80, 'p.birth_date')),
  'elderCare.aged90': withPerson('elderCare', aged(90, 'p.birth_date')),
  'elderCare.aged100': withPerson('elderCare', aged(100, 'p.birth_date')),
  'assistance.total': ledger('assistance'),
  'assistance.dibao': ledger('assistance', is('familyCategory', '2')),
  'assistance.destitute': ledger('assistance', is('familyCategory', '1')),
  'assistance.margin': ledger('assistance', is('familyCategory', '3')),
  'assistance.dibaoHouseholds': withPerson(
    'assistance',
    is('familyCategory', '2'),
    'count(distinct p.household)',
  ),
  'assistance.dibaoAmount': `select coalesce(sum((fields->>'amount')::numeric), 0) as value from ledger_entry
    where ${here} and ledger = 'assistance' and ${is('familyCategory', '2')}`,
  'unemployment.total': ledger('unemployment'),
  'unemployment.hardToEmploy': ledger('unemployment', yes('isHardToEmploy')),
  'volunteerTeam.total': ledger('volunteerTeam'),
  'volunteerTeam.members': `select coalesce(sum((fields->>'memberCount')::integer), 0) as value from ledger_entry
    where ${here} and ledger = 'volunteerTeam'`,
}
