import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { readFormReturn as contract } from '../contract-returns.ts'
import { keptBy } from '../kept-by.ts'
import { listFills } from '../storage/fill-row.ts'
import { getRequest } from '../storage/request-row.ts'
import { insertReturn } from '../storage/return-row.ts'

/** Takes a form that came back and leaves the comparing to a job. */
export const readFormReturn = defineAction(contract, async (repository, input, office) => {
  const request = await getRequest(repository, input.request, { right: 'data.import' })
  const fills = (await listFills(repository, request.id)).filter(({ state }) => state === 'done')
  const fill = input.fill ? fills.find(({ id }) => id === input.fill) : fills[0]
  if (!fill)
    throw new Problem('form.not_filled', '这份表还没有用有据填过，没有可以比对的底稿。请先填写，再回收。')
  const uploaded = await office.files.get(repository, input.file)
  const id = newId()
  const kept = await office.files.put(keptBy(repository, id), { ...uploaded, purpose: 'formReturn' })
  await insertReturn(repository, {
    id,
    request: request.id,
    fill: fill.id,
    area: request.area,
    file: kept.id,
    file_name: uploaded.name,
  })
  const job = await office.jobs.send(repository, {
    kind: 'readFormReturn',
    title: `比对回收的《${request.title}》`,
    input: { return: id },
  })
  return {
    answer: { return: id, job },
    audit: {
      definition: 'formRequest',
      subject: request.id,
      area: request.area,
      detail: { return: id, fill: fill.id, file: kept.id },
    },
  }
})
