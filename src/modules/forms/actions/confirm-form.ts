import { type Place, Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { getMetric } from '../../../platform/server/figures/read-figure.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { confirmForm as contract } from '../contract.ts'
import type { FieldAnswer, SheetAnswer } from '../settled.ts'
import { findSource } from '../source/find-source.ts'
import { checkRowChoice } from '../source/row-choice.ts'
import { storeElements } from '../storage/asked-elements.ts'
import { storeMemory } from '../storage/memory-row.ts'
import { getRequest, type RequestRow, updateRequest } from '../storage/request-row.ts'
import { placesOf } from '../understanding/answers.ts'
import { remember } from '../understanding/memory.ts'

interface Given {
  name: string
  mapping: Record<string, string | null>
  rows: SheetAnswer['rows']
  metric?: string | null | undefined
}

/** What was said about a sheet, laid over what was known. Throws `field.invalid` with the places at fault. */
const answerFor = (repository: Repository, request: RequestRow, given: Given): SheetAnswer => {
  const sheet = request.plan.sheets.find(({ name }) => name === given.name)
  if (!sheet)
    throw new Problem('field.invalid', `表格里没有工作表“${given.name}”。`, {
      places: [{ sheet: given.name, message: '没有这个工作表' }],
    })
  const known = request.answers[given.name] ?? { fields: {}, rows: null, confirmed: false }
  if (given.metric) getMetric(repository, given.metric)
  const base = given.rows ? checkRowChoice(repository, given.rows) : undefined
  const faults: Place[] = []
  const fields: Record<string, FieldAnswer> = { ...known.fields }
  const places = new Map(placesOf(sheet, known).map((place) => [place.place, place]))
  for (const [place, key] of Object.entries(given.mapping)) {
    const where = { sheet: given.name, column: place }
    if (!places.has(place)) faults.push({ ...where, message: `工作表“${given.name}”没有 ${place} 这一列` })
    else if (key !== null && base && !findSource(base, repository.catalogue, key))
      faults.push({ ...where, message: `${base.title}里没有可以填“${places.get(place)!.header}”的这一项` })
    fields[place] = { key, by: 'person' }
  }
  if (faults.length > 0)
    throw new Problem('field.invalid', `有 ${faults.length} 列不能这样对应：${faults[0]!.message}。`, {
      places: faults,
    })
  return {
    ...known,
    fields,
    rows: given.rows,
    confirmed: true,
    ...(given.metric === undefined ? {} : { metric: given.metric }),
  }
}

/** Settles what columns mean and which rows go in, and remembers it for the next copy of the form. */
export const confirmForm = defineAction(contract, async (repository, input) => {
  const request = await getRequest(repository, input.id, { lock: input.version })
  const answers = { ...request.answers }
  for (const given of input.sheets) answers[given.name] = answerFor(repository, request, given)

  const version = await updateRequest(repository, request, { answers })
  const places = request.plan.sheets.flatMap((sheet) => placesOf(sheet, answers[sheet.name]))
  await storeElements(
    repository,
    request.id,
    places.flatMap(({ key, header }) =>
      key === null || key.startsWith('meta.') ? [] : [{ element: key, header }],
    ),
  )
  for (const sheet of request.plan.sheets) {
    const answer = answers[sheet.name]
    if (!answer?.confirmed) continue
    const keys = new Map(placesOf(sheet, answer).map(({ place, key }) => [place, key]))
    await storeMemory(repository, remember(sheet, keys, answer.rows))
  }
  return {
    answer: { request: request.id, version },
    audit: {
      definition: 'formRequest',
      subject: request.id,
      area: request.area,
      detail: {
        rows: input.sheets.map(({ name, rows }) => ({
          sheet: name,
          definition: rows?.definition,
          where: rows?.where,
        })),
        changed: input.sheets.reduce((sum, { mapping }) => sum + Object.keys(mapping).length, 0),
      },
    },
  }
})
