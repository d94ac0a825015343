import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { areasWithin } from '../../../platform/server/permission/actor.ts'
import { startImport as contract } from '../contract.ts'
import { insertBatch } from '../storage/import-batch.ts'
import { getImportable } from './get-batch.ts'

/** Takes an uploaded file and leaves the reading to a job. */
export const startImport = defineAction(contract, async (repository, input, office) => {
  const areas = areasWithin(repository.actor, 'data.import', input.area)
  if (areas.length === 0 || (input.area && !office.areas.find(input.area)))
    throw new Problem('right.missing', '您的岗位不能在这个区域导入数据。')
  const ledger = input.ledger === undefined ? undefined : getImportable(repository, input.ledger)
  const file = await office.files.get(repository, input.file)

  const id = newId()
  const area = input.area ?? (areas.length === 1 ? areas[0]! : null)
  await insertBatch(repository, {
    id,
    file: file.id,
    fileName: file.name,
    area,
    ledger: ledger?.name ?? null,
  })
  await office.jobs.send(repository, {
    kind: 'readImport',
    title: `读取“${file.name}”`,
    input: { import: id },
  })
  return {
    answer: { import: id },
    audit: {
      definition: ledger?.name,
      area: area ?? undefined,
      detail: { import: id, file: file.id, size: file.size },
    },
  }
})
