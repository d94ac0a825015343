import { listRecords } from '../../../platform/contract/records.ts'
import { fetchRoute } from '../../../platform/web/api/fetch-route.ts'
import type { SearchSource } from '../../../platform/web/module/web-module.ts'
import { search } from '../contract.ts'
import { recordPage } from '../record-page.ts'

const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** Residents by name, pinyin initials, ID number or its tail, mobile. */
export const personSearch: SearchSource = {
  title: '居民',
  right: 'registry.read',
  find: async (q, { asOf, signal }) => {
    const { persons } = await fetchRoute(search, { query: { q, asOf } }, signal)
    return persons.map((person) => ({
      key: person.id,
      title: person.display.name ?? '',
      detail: joined(person.display.sex, person.display.birthDate, person.display.idNumber, person.areaName),
      to: `/registry/persons/${person.id}`,
    }))
  },
}

/** Dwellings by address. */
export const dwellingSearch: SearchSource = {
  title: '房屋',
  right: 'registry.read',
  find: async (q, { asOf, signal }) => {
    const { dwellings } = await fetchRoute(search, { query: { q, asOf } }, signal)
    return dwellings.map((dwelling) => ({
      key: dwelling.id,
      title: dwelling.display.address ?? '',
      detail: joined(dwelling.display.estate, dwelling.areaName),
      to: `/registry?tab=dwelling&open=${dwelling.id}`,
    }))
  },
}

/** Records known by name, and by what else is written of them. */
const searchOf = (definition: 'organisation' | 'facility', title: string): SearchSource => ({
  title,
  right: 'registry.read',
  find: async (q, { asOf, signal }) => {
    const asked = { params: { definition }, query: { q, asOf, limit: 8 } as never }
    const { rows } = await fetchRoute(listRecords, asked, signal)
    return rows.map(({ id, display, areaName }) => ({
      key: id,
      title: display.name ?? '',
      detail: joined(display.kind, display.state, display.address, areaName),
      to: recordPage(definition, id)!,
    }))
  },
})

/** Organisations by part of their name, credit code or address. */
export const organisationSearch = searchOf('organisation', '单位')

/** Places and facilities by part of their name or address. */
export const facilitySearch = searchOf('facility', '场所设施')
