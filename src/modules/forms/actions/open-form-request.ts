import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { areasWithin } from '../../../platform/server/permission/actor.ts'
import { enterBurden } from '../burden/record-burden.ts'
import { openFormRequest as contract } from '../contract.ts'
import { keptBy } from '../kept-by.ts'
import { findAskedBefore, storeElements } from '../storage/asked-elements.ts'
import { insertRequest } from '../storage/request-row.ts'
import { placesOf } from '../understanding/answers.ts'
import { understandRequest } from '../understanding/understand-request.ts'

/** Takes a blank form, understands it, recalls what is known of it, and writes down that it was asked for. */
export const openFormRequest = defineAction(contract, async (repository, input, office) => {
  const areas = areasWithin(repository.actor, 'data.export', input.area)
  const area = input.area ?? areas[0]
  if (areas.length === 0 || area === undefined || !areas.includes(area) || !office.areas.find(area))
    throw new Problem('right.missing', '您的岗位不能为这个区域填写下发的表格。')
  const uploaded = await office.files.get(repository, input.file)
  const understood = await understandRequest(repository, uploaded.bytes, uploaded.name)

  const id = newId()
  const kept = await office.files.put(keptBy(repository, id), { ...uploaded, purpose: 'formRequest' })
  const title = (input.title || understood.title).slice(0, 100)
  const askedBy = (input.askedBy ?? understood.askedBy).slice(0, 60)
  const { plan, answers } = understood
  await insertRequest(repository, {
    id,
    area,
    file: kept.id,
    file_name: uploaded.name,
    title,
    asked_by: askedBy,
    purpose: input.purpose ?? '',
    deadline: input.deadline ?? null,
    state: 'open',
    plan,
    answers,
  })
  const places = plan.sheets.flatMap((sheet) => placesOf(sheet, answers[sheet.name]))
  const elements = places.flatMap(({ key, header }) =>
    key === null || key.startsWith('meta.') ? [] : [{ element: key, header }],
  )
  await storeElements(repository, id, elements)
  const before = await findAskedBefore(repository, { id, area, created_at: new Date() })
  await enterBurden(
    repository,
    { id, area },
    {
      title,
      ...(askedBy === '' ? {} : { askedBy }),
      askedOn: repository.today,
      ...(input.deadline ? { deadline: input.deadline } : {}),
      fieldCount: places.length,
      repeatedCount: new Set(before.map(({ element }) => element)).size,
      cellCount: 0,
      minutesSaved: 0,
    },
  )
  return {
    answer: { request: id },
    audit: {
      definition: 'formRequest',
      subject: id,
      area,
      detail: { file: kept.id, sheets: plan.sheets.length, fields: places.length },
    },
  }
})
